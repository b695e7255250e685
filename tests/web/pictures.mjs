// Pictures of the page that are kept: written small, and compared so that noise passes and a broken layout does not.
//
// A picture is compared in cells of 16 by 16 pixels, by how far the colours of a cell lie apart on the mean (0 to 255)
// over all of it and over its quarters. Letters drawn with other edges move the mean of a cell little; text, lines or
// panels that stand elsewhere move it much.
import { deflateSync } from "node:zlib";

export const kCell = 16;
/** A cell whose mean lies further apart than this is another one. */
export const kCellBudget = 6;
/** So many cells in a thousand may be: a caret, the edge of one letter. */
export const kCellsPerMille = 2;

const kMostColours = 256;

/** The pixels of a PNG, as the browser decodes it. @returns {Promise<{width, height, pixels: Buffer}>} */
export async function decodePng(page, png) {
  const { width, height, coded } = await page.evaluate(async (source) => {
    const bytes = Uint8Array.from(atob(source), (sign) => sign.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }), {
      colorSpaceConversion: "none",
    });
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    let text = "";
    for (let at = 0; at < data.length; at += 32768)
      text += String.fromCharCode(...data.subarray(at, at + 32768));
    return { width: image.width, height: image.height, coded: btoa(text) };
  }, png.toString("base64"));
  return { width, height, pixels: Buffer.from(coded, "base64") };
}

const kCrcs = Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc >>> 0;
});

function chunk(name, data) {
  const block = Buffer.concat([Buffer.from(name, "latin1"), data]);
  let crc = 0xffffffff;
  for (const byte of block) crc = kCrcs[(crc ^ byte) & 255] ^ (crc >>> 8);
  const out = Buffer.alloc(block.length + 8);
  out.writeUInt32BE(data.length, 0);
  block.copy(out, 4);
  out.writeUInt32BE((crc ^ 0xffffffff) >>> 0, block.length + 4);
  return out;
}

/** A PNG of few colours: the most frequent ones, and for each other colour the nearest of them. */
export function encodePng({ width, height, pixels }) {
  const counts = new Map();
  const keyAt = (at) => (pixels[at] << 16) | (pixels[at + 1] << 8) | pixels[at + 2];
  for (let at = 0; at < pixels.length; at += 4) counts.set(keyAt(at), (counts.get(keyAt(at)) ?? 0) + 1);
  const palette = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, kMostColours);
  const colours = palette.map(([key]) => [key >> 16, (key >> 8) & 255, key & 255]);
  const places = new Map();
  const placeOf = (key) => {
    if (places.has(key)) return places.get(key);
    const [r, g, b] = [key >> 16, (key >> 8) & 255, key & 255];
    let best = 0;
    let least = Infinity;
    colours.forEach(([x, y, z], place) => {
      const apart = (r - x) ** 2 + (g - y) ** 2 + (b - z) ** 2;
      if (apart < least) [best, least] = [place, apart];
    });
    places.set(key, best);
    return best;
  };
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = placeOf(keyAt((y * width + x) * 4));
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", head),
    chunk("PLTE", Buffer.from(colours.flat())),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** Mean of each channel over a square, from (x, y) on. */
function meanOf({ width, height, pixels }, x0, y0, size) {
  const sum = [0, 0, 0];
  let count = 0;
  for (let y = y0; y < Math.min(y0 + size, height); y++) {
    for (let x = x0; x < Math.min(x0 + size, width); x++) {
      const at = (y * width + x) * 4;
      for (let channel = 0; channel < 3; channel++) sum[channel] += pixels[at + channel];
      count++;
    }
  }
  return count === 0 ? null : sum.map((one) => one / count);
}

/**
 * Where two pictures differ.
 * @returns {string[]}  sentences: none when they are the same but for noise
 */
export function differences(kept, made) {
  if (kept.width !== made.width || kept.height !== made.height)
    return [`It is ${made.width} x ${made.height} pixels and was ${kept.width} x ${kept.height}.`];
  const cells = [];
  let all = 0;
  for (let y = 0; y < kept.height; y += kCell) {
    for (let x = 0; x < kept.width; x += kCell) {
      all++;
      let worst = 0;
      for (const [dx, dy, size] of [[0, 0, kCell], [0, 0, kCell / 2], [kCell / 2, 0, kCell / 2], [0, kCell / 2, kCell / 2], [kCell / 2, kCell / 2, kCell / 2]]) {
        const before = meanOf(kept, x + dx, y + dy, size);
        if (!before) continue;
        const after = meanOf(made, x + dx, y + dy, size);
        // A quarter is a smaller sample: it may lie twice as far apart.
        const weight = size === kCell ? 1 : 0.5;
        worst = Math.max(worst, ...before.map((mean, channel) => weight * Math.abs(mean - after[channel])));
      }
      if (worst > kCellBudget) cells.push({ x, y, worst });
    }
  }
  if (cells.length * 1000 <= all * kCellsPerMille) return [];
  cells.sort((a, b) => b.worst - a.worst);
  const places = cells.slice(0, 5).map(({ x, y, worst }) => `${x},${y} (${worst.toFixed(0)})`);
  return [`${cells.length} of ${all} cells differ, most at ${places.join(", ")}.`];
}

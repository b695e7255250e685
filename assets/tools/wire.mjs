// Packs the rules for their way to the page, and looks that web/wire.js makes the same of them again: tables lose their
// comments and go column by column, the world's places as numbers. The form is told there.
//
//   node wire.mjs LIST web/wire.js OUT.wire
//
// LIST has one "name<TAB>path" per line.
import { readFileSync, realpathSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import vm from "node:vm";

const kPlaces = "gazetteer/places.tsv";

// Without comments, and without the empty fields that may be left out.
function plainTable(text) {
  const lines = text.split("\n");
  const header = lines.findIndex((line) => line.startsWith("#"));
  const rows = lines.filter((line) => line !== "" && !line.startsWith("#"));
  return { header: lines[header], rows };
}

function columnsOf({ header, rows }) {
  const width = header.split("\t").length;
  const fields = rows.map((row) => row.split("\t"));
  const columns = Array.from({ length: width }, (_, column) => fields.map((row) => row[column] ?? "").join("\n"));
  return Buffer.from(`${header}\n${columns.join("\t")}`);
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
const hundredths = (degrees) => Math.round(Number(degrees) * 100);
const aroundTheGlobe = (lon) => lon - 36000 * Math.round(lon / 36000);
const bitsOf = (number) => (number << 1) ^ (number >> 31);

function groupBy(items, keyOf) {
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(item);
  }
  return groups;
}

function placesOf({ rows }) {
  const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  const places = rows.map((row) => {
    const [name, country, region, lat, lon, people] = row.split("\t");
    return { name, country, region, lat: hundredths(lat), lon: hundredths(lon), people: Number(people || 0) };
  });
  places.sort((a, b) => order(a.country, b.country) || order(a.region, b.region) || a.lat - b.lat || a.lon - b.lon ||
    order(a.name, b.name));
  const groups = groupBy(places, ({ country, region }) => `${country}\t${region}`);
  const lines = [];
  const columns = [[], [], [], [], [], []];
  let before = 0;
  for (const [key, members] of groups) {
    const middle = median(members.map(({ lon }) => lon));
    lines.push(`${key}\t${members.length}\t${middle}`);
    for (const { lat, lon, people } of members) {
      const zeros = people === 0 ? 0 : Math.max(0, String(people).length - 2);
      const numbers = [bitsOf(lat - before), bitsOf(aroundTheGlobe(lon - middle))];
      const bytes = [...numbers.flatMap((n) => [n >> 8, n & 255]), zeros, people / 10 ** zeros];
      if (bytes.some((byte) => !Number.isInteger(byte) || byte < 0 || byte > 255))
        throw new Error(`a place does not fit: ${key} ${lat} ${lon} ${people}`);
      bytes.forEach((byte, column) => columns[column].push(byte));
      before = lat;
    }
  }
  const names = places.map(({ name }) => name).join("\n");
  return [Buffer.from(names), Buffer.from(lines.join("\n")), Buffer.from(columns.flat())];
}

// What a table says, whatever its comments and the number of empty fields at the end of its rows.
function said(name, data) {
  if (!name.endsWith(".tsv")) return data.toString("latin1");
  const { header, rows } = plainTable(data.toString("utf8"));
  return [header, ...rows.map((row) => row.replace(/\t+$/, ""))].join("\n");
}

export function wire(files, wireScript) {
  const sorted = [...files].sort((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)));
  const packed = sorted.map(({ name, data }) => {
    if (name === kPlaces) return { name, form: "places", parts: placesOf(plainTable(data.toString("utf8"))) };
    if (name.endsWith(".tsv")) return { name, form: "columns", parts: [columnsOf(plainTable(data.toString("utf8")))] };
    return { name, parts: [data] };
  });
  const entries = packed.map(({ name, form, parts }) => ({ name, sizes: parts.map(({ length }) => length), form }));
  const directory = Buffer.from(JSON.stringify(entries));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(directory.length);
  const bytes = Buffer.concat([size, directory, ...packed.flatMap(({ parts }) => parts)]);

  const context = vm.createContext({ TextDecoder, TextEncoder, wire: new Uint8Array(bytes) });
  vm.runInContext(`${wireScript}\nanswer = filesOfWire(wire);`, context);
  sorted.forEach(({ name, data }, i) => {
    const again = Buffer.from(context.answer[i].data);
    if (context.answer[i].name !== name || said(name, again) !== said(name, data))
      throw new Error(`${name} does not come out of the wire as it went in`);
  });
  return bytes;
}

if (process.argv[1] && fileURLToPath(import.meta.url) === realpathSync(process.argv[1])) {
  const [list, script, out] = process.argv.slice(2);
  if (!out) {
    console.error("usage: node wire.mjs LIST WIRE_SCRIPT OUT.wire");
    process.exit(2);
  }
  const files = readFileSync(list, "utf8").split("\n").filter(Boolean).map((line) => {
    const [name, path] = line.split("\t");
    return { name, data: readFileSync(path) };
  });
  writeFileSync(out, wire(files, readFileSync(script, "utf8")));
}

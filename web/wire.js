// The rules as they travel: smaller than as tables, made by assets/tools/wire.mjs, and made tables again here, by whoever
// reads articles. Also runs in the worker.
//
//   u32 size of the directory, little endian; the directory, JSON: [{name, sizes: of its parts[, form]}]; all parts
//
// Forms: none, the bytes as they are; "columns", a table: its header, its columns parted by tabs, in a column one row a
// line; "places": the places of each region from south to north: names, one a line; "country TAB region TAB how many", one
// a line; then planes of one byte for each place: difference of latitude to the place before and of longitude to the
// middle of its region (hundredths of a degree, sign in the lowest bit: high bytes, then low ones), how many zeros end the
// population, and what stands before them.

const kPlacesHeader = "# name\tcountry\tregion\tlat\tlon\tpopulation";

function tableOfColumns(text) {
  const end = text.indexOf("\n");
  const columns = text.slice(end + 1).split("\t").map((column) => column.split("\n"));
  const rows = columns[0].map((_, row) => columns.map((column) => column[row]).join("\t"));
  return [text.slice(0, end), ...rows, ""].join("\n");
}

function placesTable(names, groups, planes) {
  const count = names.length;
  const byte = (plane, i) => planes[plane * count + i];
  const signed = (plane, i) => {
    const bits = (byte(plane, i) << 8) | byte(plane + 1, i);
    return (bits >> 1) ^ -(bits & 1);
  };
  const rows = [];
  let latitude = 0;
  for (const group of groups) {
    const [country, region, size, middle] = group.split("\t");
    for (let left = Number(size); left > 0; left--) {
      const i = rows.length;
      latitude += signed(0, i);
      const east = Number(middle) + signed(2, i);
      const longitude = east - 36000 * Math.round(east / 36000);
      const people = byte(5, i) * 10 ** byte(4, i) || "";
      rows.push({ country, region, name: names[i], latitude, longitude, people });
    }
  }
  const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  rows.sort((a, b) => order(a.country, b.country) || order(a.region, b.region) || order(a.name, b.name) ||
    a.latitude - b.latitude || a.longitude - b.longitude);
  const lines = rows.map(({ name, country, region, latitude, longitude, people }) =>
    [name, country, region, latitude / 100, longitude / 100, people].join("\t"));
  return [kPlacesHeader, ...lines, ""].join("\n");
}

/** @param {Uint8Array} wire  @returns {{name: string, data: Uint8Array}[]} */
function filesOfWire(wire) {
  const decoder = new TextDecoder();
  const text = (bytes) => decoder.decode(bytes);
  const directoryEnd = 4 + new DataView(wire.buffer, wire.byteOffset).getUint32(0, true);
  let at = directoryEnd;
  return JSON.parse(text(wire.subarray(4, directoryEnd))).map(({ name, sizes, form }) => {
    const parts = sizes.map((size) => wire.subarray(at, (at += size)));
    const lines = (part) => text(part).split("\n");
    const table =
      form === "columns" ? tableOfColumns(text(parts[0]))
      : form === "places" ? placesTable(lines(parts[0]), lines(parts[1]), parts[2])
      : null;
    return { name, data: table === null ? parts[0] : new TextEncoder().encode(table) };
  });
}

/** @returns {Uint8Array} */
function bundleOfWire(wire) {
  return bundleOf(filesOfWire(wire));
}

/** The bundle (src/base/file_bundle.h) that the module takes. @param {{name: string, data: Uint8Array}[]} named  sorted by name */
function bundleOf(named) {
  const files = named.map(({ name, data }) => ({ name: new TextEncoder().encode(name), data }));
  const namesBegin = 16 + 16 * files.length;
  const dataBegin = files.reduce((sum, { name }) => sum + name.length, namesBegin);
  const bundle = new Uint8Array(files.reduce((sum, { data }) => sum + data.length, dataBegin));
  const view = new DataView(bundle.buffer);
  bundle.set(new TextEncoder().encode("CSBUNDLE"));
  view.setUint32(8, 1, true);
  view.setUint32(12, files.length, true);
  let [nameAt, dataAt] = [namesBegin, dataBegin];
  files.forEach(({ name, data }, i) => {
    view.setUint32(16 + 16 * i, name.length, true);
    view.setUint32(20 + 16 * i, data.length, true);
    view.setBigUint64(24 + 16 * i, BigInt(dataAt), true);
    bundle.set(name, nameAt);
    bundle.set(data, dataAt);
    nameAt += name.length;
    dataAt += data.length;
  });
  return bundle;
}

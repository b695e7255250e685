// Parquet, for notebooks: columns made of the JSON export, written by hyparquet-writer, which the hosted page fetches
// when it is wanted. The offline file does not carry it.

/** Of a record: the column, its type, its value. */
const kParquetColumns = [
  ["article", "STRING", (r) => r.article],
  ["claim", "INT32", (r) => r.claim],
  ["title", "STRING", (r) => r.title],
  ["date", "STRING", (r) => r.date],
  ["source", "STRING", (r) => r.source],
  ["url", "STRING", (r) => r.url],
  ["author", "STRING", (r) => r.author],
  ["language", "STRING", (r) => r.language],
  ["quote", "STRING", (r) => r.quote],
  ["kind", "STRING", (r) => r.kind],
  ["claimant", "STRING", (r) => r.claimant],
  ["side", "STRING", (r) => r.side],
  ["actor", "STRING", (r) => r.actor],
  ["mode", "STRING", (r) => r.mode],
  ["status", "STRING", (r) => r.status],
  ["from", "STRING", (r) => r.time.from],
  ["to", "STRING", (r) => r.time.to],
  ["time_basis", "STRING", (r) => r.time.basis],
  ["region", "STRING", (r) => r.region],
  ["places", "STRING", (r) => r.places.map(({ name }) => name).join("; ")],
  ["lat", "DOUBLE", (r) => r.places.find(({ lat }) => lat !== null)?.lat ?? null],
  ["lon", "DOUBLE", (r) => r.places.find(({ lat }) => lat !== null)?.lon ?? null],
  ["value", "DOUBLE", (r) => r.quantities[0]?.value ?? null],
  ["value_max", "DOUBLE", (r) => r.quantities[0]?.value_max ?? null],
  ["unit", "STRING", (r) => r.quantities[0]?.unit ?? null],
  ["bound", "STRING", (r) => r.quantities[0]?.bound ?? null],
  ["si_value", "DOUBLE", (r) => r.quantities[0]?.si_value ?? null],
  ["si_unit", "STRING", (r) => r.quantities[0]?.si_unit ?? null],
  ["rule", "STRING", (r) => r.rule],
  ["review", "STRING", (r) => r.review ?? ""],
];

/** @param {string} json  the export as JSON. @returns {Promise<ArrayBuffer>} */
async function parquetOf(json) {
  if (CLAIMSCOPE_BUILD.mode !== "site") {
    const why = "Parquet is written by the hosted page only; this file would grow by it. NDJSON and CSV hold the same.";
    throw new CoreError("unsupported", why);
  }
  const { parquetWriteBuffer } = await import(new URL("parquet/index.js", document.baseURI).href);
  const { claimscope, claims } = JSON.parse(json);
  return parquetWriteBuffer({
    columnData: kParquetColumns.map(([name, type, valueOf]) => ({
      name,
      type,
      nullable: true,
      data: claims.map(valueOf),
    })),
    kvMetadata: [{ key: "claimscope", value: JSON.stringify(claimscope) }],
  });
}

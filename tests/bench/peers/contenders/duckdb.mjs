// DuckDB in the thread that asks, rows in the order of the day.
import { createDuckDB, VoidLogger } from "@duckdb/duckdb-wasm/blocking";
import * as duckdb from "@duckdb/duckdb-wasm/blocking";
import { tableFromArrays, tableToIPC, Utf8 } from "apache-arrow";
import { columnsOf } from "../made.mjs";
import { digestOf } from "../measure.mjs";

export async function create(env) {
  const file = (name) => env.peerFile(`@duckdb/duckdb-wasm/dist/${name}`);
  const bundles = { mvp: { mainModule: file("duckdb-mvp.wasm"), mainWorker: "" }, eh: { mainModule: file("duckdb-eh.wasm"), mainWorker: "" } };
  const db = await createDuckDB(bundles, new VoidLogger(), env.isPage ? duckdb.BROWSER_RUNTIME : duckdb.NODE_RUNTIME);
  await db.instantiate();
  const connection = db.connect();
  const ask = (text) => connection.query(text).toArray();
  const counts = (name, where) => {
    const out = [];
    for (const { k, n } of ask(`select ${name} as k, count(*) n from c where ${where} group by ${name}`)) out[k] = Number(n);
    return out;
  };
  const of = (name, value) => (value < 0 ? "" : ` and ${name} = ${value}`);
  // Its reader of lines is an extension that it would fetch from the network; the one built in takes a list.
  const corpus = env.hasText ? await env.bytes("corpus.ndjson") : undefined;
  const columns = Object.fromEntries(["id", "date", "source", "title", "text"].map((name) => [name, new Utf8()]));
  if (corpus) {
    const list = new Uint8Array(corpus.length + 2);
    list.set(corpus, 1);
    for (let i = 0; i < list.length; i++) if (list[i] === 10) list[i] = 44;
    const end = list[corpus.length] === 44 ? corpus.length : corpus.length + 1;
    list[0] = 91;
    list[end] = 93;
    db.registerFileBuffer("corpus.json", list.slice(0, end + 1));
  }
  return {
    brushes: 6,
    read: corpus && (() => {
      connection.query("drop table if exists a");
      connection.insertJSONFromPath("corpus.json", { name: "a", shape: "row-array", columns });
      return Number(ask("select count(*) n from a")[0].n);
    }),
    async rows() {
      const ipc = tableToIPC(tableFromArrays(columnsOf(await env.bytes("rows.bin"))), "stream");
      connection.insertArrowFromIPCStream(ipc, { name: "c", create: true });
    },
    brush({ from, to, region, kind }, group) {
      const days = `day between ${from} and ${to}`;
      const regions = counts("region", days + of("kind", kind));
      const kinds = counts("kind", days + of("region", region));
      const sides = counts("side", days + of("region", region) + of("kind", kind));
      if (group === "filters changed") {
        ask(`select day, region, count(*) n from c where true${of("region", region)}${of("kind", kind)} group by day, region`);
      }
      return digestOf(sides.reduce((sum, n) => sum + n, 0), regions, kinds, sides);
    },
  };
}

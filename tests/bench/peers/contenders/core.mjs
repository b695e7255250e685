// The core module of dist/core/, with claims: a whole corpus read, then saved and opened until its first chart can be drawn.
import { now } from "../measure.mjs";

export async function create(env) {
  const { Claimscope } = await import(env.core);
  const corpus = await env.bytes("corpus.ndjson");
  return {
    async load(runs) {
      const chart = (c) => c.counts({ per: "day", by: ["region"] }).total;
      const timed = async (run) => {
        const begin = await now();
        const value = await run();
        return { ms: (await now()) - begin, value };
      };
      const saved = { bytes: null, heap: 0, claims: 0 };
      const rebuild = async () => {
        const c = await Claimscope.create();
        const { ms, value } = await timed(() => {
          c.add(corpus, { name: "corpus.ndjson" });
          return chart(c);
        });
        if (!saved.bytes) Object.assign(saved, { heap: c.memory?.() ?? 0, bytes: c.save(), claims: value });
        c.free();
        return ms;
      };
      const open = async () => {
        const c = await Claimscope.create({ rules: null });
        const { ms, value } = await timed(() => {
          c.addSnapshot(saved.bytes);
          return chart(c);
        });
        if (value !== saved.claims) throw new Error(`${value} claims in the saved corpus, ${saved.claims} before`);
        c.free();
        return ms;
      };
      // What takes long is done once, and says so.
      const medianOf = async (run) => {
        const samples = [await run()];
        while (samples.length < runs && samples[0] < 20000) samples.push(await run());
        return { ms: samples.sort((x, y) => x - y)[samples.length >> 1], runs: samples.length };
      };
      const built = await medianOf(rebuild);
      const opened = await medianOf(open);
      return {
        "first chart, from the articles": { ...built, count: saved.claims },
        "first chart, from a saved corpus": { ...opened, count: saved.claims },
        "memory, articles with claims": { ms: 0, count: saved.heap, runs: 1 },
      };
    },
  };
}

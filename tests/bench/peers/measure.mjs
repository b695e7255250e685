// Times of one contender, wherever it runs: of the processor, where the machine tells it
// (globalThis.benchClock, set by env_node.mjs and env_page.mjs), so that what else runs does not count. To ask takes a moment:
// what is short is done many times over in a sample.
const leastSampleMs = () => globalThis.benchSampleMs ?? 20;
const kMostTimes = 50000;
/** Milliseconds. */
export const now = async () => (globalThis.benchClock ? globalThis.benchClock() : performance.now());

const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];
const passed = async (run, times) => {
  const begin = await now();
  let value;
  for (let i = 0; i < times; i++) {
    value = run();
    if (value instanceof Promise) value = await value;
  }
  return { ms: ((await now()) - begin) / times, value };
};

/**
 * The median of at least `runs` samples, and what the last one answered. What takes longer than `patienceMs` is run once, and says so.
 */
export async function measure(run, { runs = 5, patienceMs = 30000, warm = true } = {}) {
  const begin = performance.now();
  const first = await passed(run, 1);
  let wallMs = performance.now() - begin;
  if (wallMs > patienceMs) return { ...first, runs: 1 };
  if (warm && wallMs < 1000) {
    // The best of three: a machine with much to do makes a run look longer than it is.
    const count = wallMs < 5 ? 20 : 1;
    for (let i = 0; i < (wallMs < 100 ? 3 : 1); i++) {
      const again = performance.now();
      for (let j = 0; j < count; j++) await run();
      wallMs = Math.min(wallMs, (performance.now() - again) / count);
    }
  }
  const times = Math.max(1, Math.min(kMostTimes, Math.ceil(leastSampleMs() / Math.max(wallMs, 0.0005))));
  const samples = [];
  let value;
  while (samples.length < runs) {
    const sample = await passed(run, times);
    samples.push(sample.ms);
    value = sample.value;
  }
  return { ms: median(samples), value, runs };
}

/**
 * All jobs that a contender can do: {job: {ms, count, runs}}; what it cannot is left out.
 * @param contender what its create() gave
 * @param plan {questions, brushes}
 */
export async function runJobs(contender, plan, runs) {
  const results = {};
  const note = (job, { ms, value, runs: done }) => (results[job] = { ms, count: value, runs: done });
  if (contender.read) note("read NDJSON", await measure(contender.read, { runs }));
  if (contender.build) {
    note("build the index", await measure(contender.build, { runs, warm: false }));
    await contender.ready?.();
    if (contender.indexBytes) results["size of the index"] = { ms: 0, count: await contender.indexBytes(), runs: 1 };
    for (const question of plan.questions) {
      for (const [prefix, find] of [["", contender.find], ["best 10: ", contender.best]]) {
        if (!find || contender.cannot?.(question)) continue;
        const asked = contender.prepare?.(question, prefix !== "");
        note(prefix + question.name, await measure(() => find(question, asked), { runs }));
      }
    }
  }
  if (contender.brush && Object.keys(plan.brushes).length > 0) {
    await contender.rows();
    for (const [group, brushes] of Object.entries(plan.brushes)) {
      const some = brushes.slice(0, contender.brushes ?? brushes.length);
      // The digest of the first ones, which every contender does, tells that all counted the same.
      let count = 0;
      for (const brush of brushes.slice(0, 3)) count += await contender.brush(brush, group);
      const pass = async () => {
        for (const brush of some) {
          const counted = contender.brush(brush, group);
          if (counted instanceof Promise) await counted;
        }
      };
      const { ms, runs: done } = await measure(pass, { runs });
      results[group] = { ms: ms / some.length, count, runs: done };
    }
  }
  if (contender.load) Object.assign(results, await contender.load(runs));
  return results;
}

/** Of counts per region, kind and side, each by number. */
export function digestOf(total, regions, kinds, sides) {
  let digest = total;
  regions.forEach((count, i) => (digest += count * (i + 1)));
  kinds.forEach((count, i) => (digest += count * (i + 101)));
  sides.forEach((count, i) => (digest += count * (i + 301)));
  return digest;
}

// One table per job of `make bench`.
const kOurs = new Set(["claimscope", "core"]);

// What is to be reached: how many times faster than the fastest of these peers.
const kBrush = [["duckdb", 50], ["native loop", 0.5]];
const kAsked = [
  [/^read NDJSON/, [["json_parse", 3]]],
  [/^build the index/, [["fts5", 3]]],
  [/^(term|AND|phrase|prefix)/, [["fts5", 5]]],
  [/^best 10: /, [["fts5", 5], ["minisearch", 5]]],
  [/^brush, dragged/, [["duckdb", 10], ["native loop", 0.5]]],
  [/^brush, (windows|filtered)/, kBrush],
];
const kMostOfText = 0.35;

// "asked: 5 x fts5: 7.9, reached"
function askedLines(job, ours, rows, sizes) {
  const told = (what, ratio, reached) => `  asked: ${what}: ${ratio.toPrecision(3)}, ${reached ? "reached" : "NOT reached"}`;
  if (ours && job === "size of the index") {
    const share = ours.count / sizes.textBytes;
    return [told(`at most ${kMostOfText} of the text`, share, share <= kMostOfText)];
  }
  const [, peers] = kAsked.find(([pattern]) => pattern.test(job)) ?? [null, []];
  return peers.flatMap(([name, factor]) => {
    const peer = rows.find((row) => row.name === name);
    return ours && peer && ours.ms > 0 ? [told(`${factor} x ${name}`, peer.ms / ours.ms, peer.ms / ours.ms >= factor)] : [];
  });
}

// Of what one contender does both ways.
function printSnapshot(rows) {
  const built = rows.core?.["first chart, from the articles"];
  const opened = rows.core?.["first chart, from a saved corpus"];
  if (built && opened) console.log(`  asked: 50 x from the articles: ${(built.ms / opened.ms).toPrecision(3)}`);
}

function figure(job, { ms, count }, sizes) {
  if (job === "size of the index") return `${(count / sizes.textBytes).toFixed(3)} of the text`;
  if (job.startsWith("memory")) return `${(count / 1e6).toFixed(0)} MB, ${(count / sizes.fileBytes).toFixed(2)} of the file`;
  const time = ms < 10 ? `${ms.toFixed(4)} ms` : `${ms.toFixed(1)} ms`;
  const speed = (bytes) => `${(bytes / 1e3 / ms).toFixed(1)} MB/s`;
  if (job === "read NDJSON" || job === "first chart, from the articles") return `${time}, ${speed(sizes.fileBytes)}`;
  return job === "build the index" ? `${time}, ${speed(sizes.textBytes)}` : time;
}

/**
 * @param where "Node", "Chromium"
 * @param results {contender: {job: {ms, count, runs}}}
 * @return whether all who counted counted the same
 */
export function printTables(where, results, sizes) {
  const jobs = [...new Set(Object.values(results).flatMap((of) => Object.keys(of)))];
  let agree = true;
  for (const job of jobs) {
    const rows = Object.entries(results).filter(([, of]) => of[job]).map(([name, of]) => ({ name, ...of[job] }));
    const ours = rows.find(({ name }) => kOurs.has(name));
    const isSize = job === "size of the index";
    const value = (row) => (isSize ? row.count : row.ms);
    console.log(`\n${job} (${where})`);
    for (const row of rows.sort((a, b) => value(a) - value(b))) {
      const ratio = !ours || row === ours ? "" : `${(value(row) / value(ours)).toPrecision(3)} x ours`;
      const differs = ours && !isSize && row.count !== undefined && row.count !== ours.count;
      if (differs) agree = false;
      const notes = [differs ? `COUNTS DIFFER: ${row.count}, ours ${ours.count}` : "", row.runs < 5 && !isSize && row.ms > 0 ? `${row.runs} run` : ""];
      console.log(`  ${row.name.padEnd(14)} ${figure(job, row, sizes).padEnd(28)} ${ratio.padEnd(14)} ${notes.filter(Boolean).join("; ")}`.trimEnd());
    }
    for (const line of askedLines(job, ours, rows, sizes)) console.log(line);
  }
  printSnapshot(results);
  return agree;
}

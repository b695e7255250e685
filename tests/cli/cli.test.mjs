// The command line as a user meets it: what it prints, where, and its exit codes.
// Run by ctest; by hand: CLAIMSCOPE_CLI=build/release/claimscope node --test tests/cli/cli.test.mjs
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";

const cli = process.env.CLAIMSCOPE_CLI ?? "build/release/claimscope";
let folder;

function run(args, input) {
  return spawnSync(cli, args, { cwd: folder, input, encoding: "utf8" });
}
const lines = (text) => text.split("\n").filter((line) => line).map((line) => JSON.parse(line));

const kPage = `Liberated villages counted
30 June 2025

Ukrainian forces liberated three settlements in the Sumy region, the General Staff said on Sunday.
The Russian defence ministry said its troops had captured the village of Yunakivka. The claim has not been independently verified.
At least 12 people were killed and 30 wounded in a missile strike on Kharkiv, the governor said.
`;
const record = (n, text) =>
  JSON.stringify({ title: `Report ${n}`, date: "2025-06-30", source: "Field Post", url: `https://field.example/${n}`, text });
const kText =
  "Ukrainian forces liberated two settlements in the Sumy region, the General Staff said. " +
  "Russia lost more than 1,200 troops over the past day, the General Staff said.";

before(() => {
  folder = mkdtempSync(join(tmpdir(), "claimscope-cli-"));
  const put = (path, data) => {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), data);
  };
  put("one.txt", kPage);
  put("set/b/deep.txt", kPage);
  put("set/a.ndjson", `${record(1, kText)}\n${record(2, kText)}\n`);
  put("set/c.json.gz", gzipSync(record(3, kText)));
  put("set/.hidden.txt", kPage);
  put("set/.cache/x.txt", kPage);
  put("broken.ndjson", `${record(1, kText)}\n{"title": "cut off\n${record(3, kText)}\n`);
  put("empty.txt", "");
  put("picture.json", Buffer.from("89504e470d0a1a0a0000000d4948445200000001", "hex"));
});
after(() => rmSync(folder, { recursive: true, force: true }));

test("--help says how, for the program and for each command", () => {
  const all = run(["--help"]);
  assert.equal(all.status, 0);
  for (const command of ["extract", "clean", "stats", "search", "index", "annotate"]) {
    assert.match(all.stdout, new RegExp(`^ +${command} `, "m"));
    const one = run([command, "--help"]);
    assert.equal(one.status, 0);
    assert.match(one.stdout, new RegExp(`claimscope ${command}`));
    assert.match(one.stdout, /Exit code/);
  }
});

test("--version is the version of package.json", () => {
  const version = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url))).version;
  assert.equal(run(["--version"]).stdout, `claimscope ${version}\n`);
});

test("what is not understood is said, and the exit code is 2", () => {
  for (const args of [[], ["bogus"], ["extract"], ["extract", "--bogus", "x"], ["extract", "x", "--rules"],
    ["annotate", "x"], ["annotate", "--layer", "words", "x"], ["annotate", "--layer", "dates", "--date", "May", "x"], ["extract", "--raw", "x"]]) {
    const result = spawnSync(cli, args, { encoding: "utf8" });
    assert.equal(result.status, 2, args.join(" "));
    assert.equal(result.stdout, "");
    assert.match(result.stderr, /claimscope --help/);
  }
});

test("extract prints claims with every field, quotes being words of the cleaned text", () => {
  const result = run(["extract", "one.txt"]);
  assert.equal(result.status, 0, result.stderr);
  const claims = lines(result.stdout);
  assert.ok(claims.length >= 3, result.stdout);
  const [article] = lines(run(["clean", "one.txt"]).stdout);
  const bytes = Buffer.from(article.text);
  for (const claim of claims) {
    assert.equal(claim.article, "one.txt");
    assert.equal(bytes.subarray(...claim.span).toString(), claim.quote);
    for (const key of ["kind", "claimant", "side", "mode", "status", "quantities", "time", "places", "region", "actor", "rule"]) {
      assert.ok(key in claim, key);
    }
    assert.match(claim.time.basis, /^(publication|explicit|relative)$/);
    assert.ok(kPage.includes(claim.quote));
  }
  assert.ok(claims.some((claim) => claim.kind === "territory" && claim.region === "UA-59"));
  assert.match(result.stderr, /^1 file, 1 article, \d+ claims; 0 skipped, 0 repaired$/m);
});

test("clean prints the article", () => {
  const [article] = lines(run(["clean", "one.txt"]).stdout);
  assert.equal(article.title, "Liberated villages counted");
  assert.equal(article.date, "2025-06-30");
  assert.equal(article.date_basis, "text");
  assert.match(article.text, /liberated three settlements/);
  assert.ok(Array.isArray(article.boilerplate));
});

test("a folder is walked in order of its names, hidden files left out; records are numbered", () => {
  const articles = lines(run(["clean", "set"]).stdout).map((article) => article.article);
  assert.deepEqual(articles, ["set/a.ndjson#1", "set/a.ndjson#2", "set/b/deep.txt", "set/c.json.gz"]);
  const slash = lines(run(["clean", "set/"]).stdout).map((article) => article.article);
  assert.deepEqual(slash, articles);
});

test("- is standard input", () => {
  const claims = lines(run(["extract", "-"], kPage).stdout);
  assert.ok(claims.length >= 3);
  assert.ok(claims.every((claim) => claim.article === "-"));
});

test("a broken record is told with file, line and byte; the others are kept", () => {
  const result = run(["clean", "broken.ndjson"]);
  assert.equal(result.status, 0);
  assert.equal(lines(result.stdout).length, 2);
  const offset = Buffer.byteLength(record(1, kText)) + 1;
  assert.match(result.stderr, new RegExp(`^broken\\.ndjson:2 \\(byte ${offset}\\): .+`, "m"));
  assert.match(result.stderr, /1 skipped/);
});

test("nothing read gives 2; something read gives 0 whatever else failed", () => {
  for (const path of ["empty.txt", "picture.json", "nosuch.txt"]) {
    const result = run(["extract", path]);
    assert.equal(result.status, 2, path);
    assert.equal(result.stdout, "");
    assert.match(result.stderr, new RegExp(`^${path}.*: .+`, "m"));
  }
  const result = run(["extract", "nosuch.txt", "one.txt"]);
  assert.equal(result.status, 0);
  assert.match(result.stderr, /1 file could not be read/);
});

test("stats prints a table whose totals add up", () => {
  const result = run(["stats", "set", "one.txt"]);
  assert.equal(result.status, 0);
  const rows = result.stdout.trimEnd().split("\n");
  assert.match(rows[0], /^region +name +2025-0\d/);
  assert.match(rows[0], /total$/);
  assert.ok(rows.some((row) => /^UA-59 +Sumy/.test(row)));
  assert.match(rows.at(-1), /^total/);
  const last = (row) => Number(row.trim().split(/ +/).at(-1));
  const total = rows.slice(1, -1).reduce((sum, row) => sum + last(row), 0);
  assert.equal(total, last(rows.at(-1)));
  assert.match(result.stderr, new RegExp(`${total} claims`));
  assert.equal(new Set(rows.map((row) => row.length)).size, 1, "aligned");
});

test("output that cannot be written gives 1 and says so; a reader that leaves is no error to tell", () => {
  const full = spawnSync("sh", ["-c", `"$0" extract one.txt >/dev/full`, cli], { cwd: folder, encoding: "utf8" });
  assert.equal(full.status, 1);
  assert.match(full.stderr, /could not be written/);
  const left = spawnSync("sh", ["-c", `{ "$0" clean set; echo "exit $?" >&2; } | true`, cli], { cwd: folder, encoding: "utf8" });
  assert.match(left.stderr, /exit [01]/);
  assert.doesNotMatch(left.stderr, /could not be written/);
});

test("what -o replaces may be a source, and stays when the run does not end well", () => {
  const bytes = (name) => readFileSync(join(folder, name));
  run(["index", "set", "one.txt", "-o", "whole.claims"]);
  run(["index", "set", "-o", "grown.claims"]);
  const before = bytes("grown.claims");
  assert.equal(run(["index", "grown.claims", "one.txt", "-o", "grown.claims"]).status, 0);
  assert.deepEqual(bytes("grown.claims"), bytes("whole.claims"));

  // A run that ends too early, a source that is damaged, no source at all.
  writeFileSync(join(folder, "grown.claims"), before.subarray(0, before.length - 8));
  const damaged = run(["index", "grown.claims", "one.txt", "-o", "grown.claims"]);
  assert.equal(damaged.status, 1);
  assert.match(damaged.stderr, /grown.claims: .*\d+ are here/);
  assert.match(damaged.stderr, /it stays/);
  assert.equal(bytes("grown.claims").length, before.length - 8);
  assert.equal(run(["index", "nowhere", "-o", "grown.claims"]).status, 2);
  assert.equal(bytes("grown.claims").length, before.length - 8);
  assert.deepEqual(readdirSync(folder).filter((name) => name.endsWith(".part")), []);

  // In the folder that is read, the output of the last time is no source.
  mkdirSync(join(folder, "own"));
  copyFileSync(join(folder, "one.txt"), join(folder, "own", "one.txt"));
  for (let time = 0; time < 2; ++time) {
    const saved = run(["index", "own", "-o", "own/all.claims"]);
    assert.match(saved.stderr, /1 file, 1 article/);
    assert.match(saved.stderr, /0 skipped/);
  }
});

test("-o writes to a file", () => {
  const result = run(["clean", "one.txt", "-o", "out.ndjson"]);
  assert.equal(result.status, 0);
  assert.equal(result.stdout, "");
  assert.equal(readFileSync(join(folder, "out.ndjson"), "utf8"), run(["clean", "one.txt"]).stdout);
  assert.equal(run(["clean", "one.txt", "-o", "no/such/folder/x"]).status, 1);
});

const annotate = (layer, ...rest) => lines(run(["annotate", "--layer", layer, ...rest]).stdout);

test("annotate prints the mentions of one layer, begin and end being bytes of the cleaned text", () => {
  const [article] = lines(run(["clean", "one.txt"]).stdout);
  const bytes = Buffer.from(article.text);
  const fields = {
    sentences: [],
    dates: ["value", "from", "to", "basis"],
    quantities: ["value", "value_max", "unit", "si_value", "bound", "scope", "of"],
    places: ["name", "region", "lat", "lon", "sure", "candidates"],
    attribution: ["source", "cue", "content", "claimant", "side"],
    claims: ["kind", "claimant", "side", "status", "region", "quantities", "time"],
  };
  for (const [layer, keys] of Object.entries(fields)) {
    const mentions = annotate(layer, "one.txt");
    assert.ok(mentions.length >= 1, layer);
    for (const mention of mentions) {
      assert.equal(mention.article, "one.txt");
      assert.equal(bytes.subarray(mention.begin, mention.end).toString(), mention.text);
      for (const key of keys) assert.ok(key in mention, `${layer} ${key}`);
    }
  }
  const quantity = annotate("quantities", "one.txt").find((mention) => mention.value === 12);
  assert.equal(quantity.bound, "at_least");
  assert.equal(quantity.unit, "people");
  const place = annotate("places", "one.txt").find((mention) => mention.text === "Sumy");
  assert.equal(place.region, "UA-59");
  const said = annotate("attribution", "one.txt").find((mention) => mention.claimant.includes("General Staff"));
  assert.equal(bytes.subarray(...said.cue).toString(), "said");
  assert.match(bytes.subarray(...said.content[0]).toString(), /^Ukrainian forces liberated/);
});

test("annotate --raw takes each file as one text, nothing left out; --date is its day", () => {
  const text = "Subscribe to our newsletter\n\n  [Update] Kyiv\u2019s forces withdrew yesterday.\n\nShare on Facebook\n";
  writeFileSync(join(folder, "raw.txt"), text);
  const bytes = Buffer.from(text);
  const sentences = annotate("sentences", "--raw", "raw.txt");
  assert.deepEqual(sentences.map((one) => one.text), ["Subscribe to our newsletter", "[Update]", "Kyiv\u2019s forces withdrew yesterday.",
    "Share on Facebook"]);
  for (const one of sentences) assert.equal(bytes.subarray(one.begin, one.end).toString(), one.text);
  const [day] = annotate("dates", "--raw", "--date", "2025-06-30", "raw.txt");
  assert.deepEqual([day.text, day.value, day.from, day.to, day.basis], ["yesterday", "2025-06-29", "2025-06-29", "2025-06-29", "relative"]);
  const [unknown] = annotate("dates", "--raw", "raw.txt");
  assert.deepEqual([unknown.from, unknown.to], [null, null]);
  assert.doesNotMatch(unknown.value, /\d\d/);
  // A record of several is one text, too, when it is read raw.
  assert.ok(annotate("claims", "--raw", "set/a.ndjson").every((claim) => claim.article === "set/a.ndjson"));
});

test("articles in Ukrainian and Russian are counted as not read and give no claims", () => {
  const ukrainian = "\u0423 \u0421\u0443\u043c\u0441\u044c\u043a\u0456\u0439 \u043e\u0431\u043b\u0430\u0441\u0442\u0456 \u0443 \u043d\u0435\u0434\u0456\u043b\u044e \u043d\u0430 \u043f\u043e\u0437\u0438\u0446\u0456\u0457 \u0434\u043e \u0441\u0435\u043b\u0430 \u0457\u0445\u0430\u043b\u0438 12 \u043b\u044e\u0434\u0435\u0439, \u0446\u0435 \u043f\u0456\u0434\u0442\u0432\u0435\u0440\u0434\u0438\u043b\u0438 \u043f\u0456\u0441\u043b\u044f \u0442\u043e\u0433\u043e \u0456 \u0432 \u041a\u0438\u0454\u0432\u0456.\n";
  const russian = "\u0412 \u0421\u0443\u043c\u0441\u043a\u043e\u0439 \u043e\u0431\u043b\u0430\u0441\u0442\u0438 \u0432 \u0432\u043e\u0441\u043a\u0440\u0435\u0441\u0435\u043d\u044c\u0435 \u0431\u044b\u043b\u0438 \u0432\u0437\u044f\u0442\u044b 12 \u0441\u0451\u043b, \u043a\u0430\u043a \u044d\u0442\u043e \u0438 \u0441\u043e\u043e\u0431\u0449\u0438\u043b\u0438 \u043d\u0430 \u043c\u0435\u0441\u0442\u0435 \u043f\u043e\u0441\u043b\u0435 \u0431\u043e\u044f.\n";
  writeFileSync(join(folder, "uk.txt"), ukrainian.repeat(3));
  writeFileSync(join(folder, "ru.txt"), russian.repeat(3));
  const result = run(["stats", "uk.txt", "ru.txt", "one.txt"]);
  assert.match(result.stderr, /2 articles in a language not read/);
  assert.equal(run(["extract", "uk.txt", "ru.txt"]).stdout, "");
  assert.equal(run(["annotate", "--raw", "--layer", "claims", "uk.txt", "ru.txt"]).stdout, "");
});

test("--rules: tables of a folder take the place of the built-in ones; a wrong one is told", () => {
  mkdirSync(join(folder, "rules/gazetteer"), { recursive: true });
  const regions = readFileSync(new URL("../../assets/gazetteer/regions.tsv", import.meta.url), "utf8");
  writeFileSync(join(folder, "rules/gazetteer/regions.tsv"), regions.replace(/\tSumy\t/, "\tSumshchyna\t"));
  const result = spawnSync(cli, ["stats", "one.txt", "--rules", "rules"], { cwd: folder, encoding: "utf8" });
  assert.equal(result.status, 0, result.stderr);
  assert.match(result.stdout, /^UA-59 +Sumshchyna/m);
  const none = spawnSync(cli, ["stats", "one.txt", "--rules", "set"], { cwd: folder, encoding: "utf8" });
  assert.equal(none.status, 2);
  assert.match(none.stderr, /no tables/);
});

test("--map names columns that nobody knows; without it they are told", () => {
  writeFileSync(join(folder, "table.csv"), `nr,rubrik,story\n1,One,"${kText}"\n2,Two,Rain.\n3,Three,Snow.\n`.replace("story", "brodtext"));
  const unknown = run(["clean", "table.csv"]);
  assert.equal(unknown.status, 2);
  assert.match(unknown.stderr, /There are: nr, rubrik, brodtext\. Say which with --map/);
  const mapped = run(["clean", "--map", "title=rubrik,text=brodtext", "table.csv"]);
  assert.equal(mapped.status, 0);
  assert.deepEqual(lines(mapped.stdout).map((article) => article.title), ["One", "Two", "Three"]);
  assert.equal(run(["clean", "--map", "nose=x", "table.csv"]).status, 2);
});

test("--report tells of each file what was read, skipped and repaired, and where first", () => {
  const read = run(["clean", "--report", "report.json", "set", "broken.ndjson", "gone.txt", "picture.json"]);
  assert.equal(read.status, 0);
  const { files, totals } = JSON.parse(readFileSync(join(folder, "report.json"), "utf8"));
  assert.deepEqual(files.map(({ file }) => file), ["set/a.ndjson", "set/b/deep.txt", "set/c.json.gz", "broken.ndjson", "gone.txt", "picture.json"]);
  assert.equal(totals.articles, 6);
  assert.equal(totals.skipped, 3);
  const broken = files[3];
  assert.equal(broken.articles, 2);
  assert.equal(broken.format, "json");
  assert.equal(broken.bytes, readFileSync(join(folder, "broken.ndjson")).length);
  const [problem] = broken.problems;
  assert.deepEqual([problem.kind, problem.record, problem.line, problem.count], ["skipped", 2, 2, 1]);
  assert.equal(problem.offset, record(1, kText).length + 1);
  assert.match(files[5].problems[0].reason, /PNG/);
  const nothing = run(["clean", "--report", "report.json", "gone.txt"]);
  assert.equal(nothing.status, 2);
  assert.equal(JSON.parse(readFileSync(join(folder, "report.json"), "utf8")).files[0].skipped, 1);
});

test("search prints the claims that answer, or the articles with the best first", () => {
  const found = run(["search", "kind:casualties troops", "set", "one.txt"]);
  assert.equal(found.status, 0, found.stderr);
  const claims = lines(found.stdout);
  assert.ok(claims.length >= 2);
  assert.ok(claims.every((claim) => claim.kind === "casualties"));
  const all = lines(run(["extract", "set", "one.txt"]).stdout);
  for (const claim of claims) {
    assert.ok(all.some(({ article, quote, rule }) =>
      article === claim.article && quote === claim.quote && rule === claim.rule));
  }
  const named = run(["search", "region:sumy", "one.txt"]);
  assert.ok(lines(named.stdout).every((claim) => claim.region === "UA-59"));
  assert.ok(lines(named.stdout).length > 0);

  const articles = run(["search", "villages OR \"two settlements\"", "set", "one.txt", "--articles"]);
  const titles = lines(articles.stdout);
  assert.equal(titles[0].title, "Liberated villages counted");
  assert.ok(titles.every((article, i) => i === 0 || article.score <= titles[i - 1].score));
  assert.equal(lines(run(["search", "general", "set", "--articles", "--most", "1"]).stdout).length, 1);
  assert.equal(run(["search", "zebra", "set"]).stdout, "");
});

test("a search that is not understood is marked at its place, and the rest is searched", () => {
  const found = run(["search", "troops kind:rumour", "set"]);
  assert.equal(found.status, 0);
  assert.match(found.stderr, /^troops kind:rumour\n {12}\^ A kind should stand here/m);
  assert.ok(lines(found.stdout).length > 0);
  for (const args of [["search"], ["search", "word"], ["extract", "set", "--articles"],
    ["search", "a", "set", "--most", "0"], ["index", "set"]]) {
    assert.equal(run(args).status, 2, args.join(" "));
  }
});

test("a saved corpus takes the place of its articles in every command", () => {
  const saved = run(["index", "set", "one.txt", "-o", "all.claims"]);
  assert.equal(saved.status, 0, saved.stderr);
  for (const command of [["extract"], ["clean"], ["stats"], ["search", "troops"],
    ["search", "troops", "--articles"], ["annotate", "--layer", "sentences"]]) {
    const [name, ...rest] = command;
    const query = name === "search" ? [rest.shift()] : [];
    const from = (paths) => run([name, ...query, ...paths, ...rest]);
    assert.equal(from(["all.claims"]).stdout, from(["set", "one.txt"]).stdout, command.join(" "));
    assert.ok(from(["all.claims"]).stdout.length > 0);
  }
  run(["index", "set", "-o", "a.claims"]);
  run(["index", "one.txt", "-o", "b.claims"]);
  run(["index", "a.claims", "b.claims", "-o", "joined.claims"]);
  const bytes = (name) => readFileSync(join(folder, name));
  assert.deepEqual(bytes("joined.claims"), bytes("all.claims"));

  const good = bytes("all.claims");
  const damaged = Buffer.from(good);
  damaged[good.length - 100] ^= 1;
  writeFileSync(join(folder, "damaged.claims"), damaged);
  const refused = run(["extract", "damaged.claims"]);
  assert.equal(refused.status, 2);
  assert.match(refused.stderr, /damaged at byte \d+/);
  writeFileSync(join(folder, "cut.claims"), good.subarray(0, good.length / 2));
  assert.match(run(["stats", "cut.claims"]).stderr, /\d+ bytes were written, \d+ are here/);
  const newer = Buffer.from(good);
  newer[8] = 9;
  writeFileSync(join(folder, "newer.claims"), newer);
  assert.match(run(["stats", "newer.claims"]).stderr, /newer version of Claimscope/);
});

test("rules of one's own travel with a saved corpus, and other rules are refused beside it", () => {
  const pack = new URL("../../assets/packs/epidemic", import.meta.url).pathname;
  const cliIn = (args) => spawnSync(cli, args, { cwd: folder, encoding: "utf8" });
  assert.equal(cliIn(["index", `${pack}/sample`, "--rules", pack, "-o", "fever.claims"]).status, 0);
  assert.equal(cliIn(["index", "one.txt", "-o", "plain.claims"]).status, 0);
  const own = cliIn(["export", "--format", "csv", "fever.claims"]);
  assert.match(own.stdout, /,infections,/);
  const beside = cliIn(["stats", "fever.claims", "plain.claims"]);
  assert.match(beside.stderr, /plain\.claims: .*with the built-in rules, the others here with the rules “epidemic”/);
  const other = cliIn(["stats", "plain.claims", "--rules", pack]);
  assert.match(other.stderr, /with the built-in rules, the others here with the rules “epidemic”/);
  assert.equal(other.status, 2);
  mkdirSync(join(folder, "typo/lexicon"), { recursive: true });
  writeFileSync(join(folder, "typo/lexicon/kind.tsv"), "# kind\tlabel\n");
  assert.match(cliIn(["stats", "one.txt", "--rules", "typo"]).stderr, /lexicon\/kind\.tsv: there is no table of this name/);
});

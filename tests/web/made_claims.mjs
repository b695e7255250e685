// Claims made up for pictures, as an export writes them: what they show does not change with the rules by which claims
// are read. Two of the articles are copies of each other.

const kRegions = ["UA-59", "UA-63", "UA-14", "UA-23", "RU-KRS", "RU-BEL", "UA-12", "UA-30", "-"];
const kPlaces = {
  "UA-59": ["Bilovody", 51.1, 34.6],
  "UA-63": ["Lypova", 49.9, 36.9],
  "UA-14": ["Stepne", 48.2, 37.4],
  "UA-23": ["Zelenyi Hai", 47.5, 35.6],
  "RU-KRS": ["Olgovka", 51.3, 35.2],
  "RU-BEL": ["Krasnoye", 50.6, 36.3],
  "UA-12": ["Novosilka", 48.4, 35.1],
};
const kSources = [
  "The Morning Ledger",
  "Northern Wire",
  "Daily Chronicle of the Eastern Provinces",
  "Harbour Post",
];
const kSpeakers = [
  ["General Staff of the Armed Forces of Ukraine", "ukraine", "Kyiv"],
  ["Ministry of Defence of Russia", "russia", "Moscow"],
  ["Pentagon", "ally", "The Pentagon"],
  ["Foreign Ministry of Türkiye", "third", "Ankara"],
  ["Institute for the Study of Fronts", "independent", "The institute"],
  ["outlet", "outlet", "This newspaper"],
];
const kForms = [
  ["took back # square kilometres", "territory", "km2", 90],
  ["destroyed # tanks", "equipment", "tanks", 120],
  ["counted # drones", "strike", "drones", 300],
  ["saw a missile", "strike", "", 0],
  ["moved # families", "humanitarian", "families", 900],
];
const kStatuses = ["asserted", "asserted", "asserted", "unverified", "confirmed", "denied", "disputed"];

const kSyllables = ["ba", "ko", "ri", "ten", "mu", "sal", "vo", "der", "lin", "pa", "gor", "tis", "ne", "hul", "zay", "mir"];

const dayOf = (day) => new Date(Date.UTC(2025, 4, 1 + day)).toISOString().slice(0, 10);

/** A file of such claims, the same each time. */
export function madeClaims() {
  // Mulberry32 (Tommy Ettinger, 2017): its low bits are as good as its high ones.
  let seed = 7;
  const below = (most) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), seed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % most;
  };
  const pick = (list) => list[below(list.length)];
  // Words that no other article has: else all would be copies of each other.
  const word = () => Array.from({ length: 2 + below(2) }, () => pick(kSyllables)).join("");
  const words = (count) => Array.from({ length: count }, word).join(" ");
  const lines = [JSON.stringify({ claimscope: { program: "made", query: "", corpus: "" } })];
  const add = (number, head, sentences) => {
    let at = 0;
    for (const { text, ...claim } of sentences) {
      const span = [at, at + Buffer.byteLength(text)];
      at = span[1] + 1;
      lines.push(JSON.stringify({ article: `made/${number}.txt`, span, quote: text, ...claim, ...head }));
    }
  };
  const sentence = (day) => {
    const [form, kind, unit, most] = pick(kForms);
    const [claimant, side, short] = pick(kSpeakers);
    const value = most > 0 ? 2 + below(most) : 0;
    const region = pick(kRegions);
    const [name, lat, lon] = kPlaces[region] ?? [];
    const told = form.replace("#", value);
    const text = `${short} said it ${told} ${words(4)}${name ? ` in ${name}` : ""}, ${words(9)}.`;
    const from = dayOf(Math.max(0, day - below(4)));
    const places = name ? [{ name, region, sure: "exact", span: [0, 0], lat, lon }] : [];
    const si = unit === "km2" ? { si_value: value * 1e6, si_unit: "m2" } : { si_value: value, si_unit: unit };
    const quantities = unit
      ? [{ value, value_max: value, unit, ...si, bound: pick(["exact", "min", "approx"]), scope: "none", of: "" }]
      : [];
    const time = { from, to: from, basis: "explicit" };
    return { text, kind, claimant, side, mode: "indirect", status: pick(kStatuses), quantities, time, places, region, actor: "unknown", rule: "made" };
  };
  for (let number = 1; number <= 48; number++) {
    const day = below(60);
    const long = number % 17 === 3;
    const title = long
      ? "A headline that goes on for longer than anybody would think wise, naming three towns, two ministries and a river"
      : `Fighting on the river enters its ${2 + (number % 30)}th week`;
    const head = { title, date: dayOf(day), date_basis: "field", source: pick(kSources), author: number % 3 === 0 ? "Olena Reporter" : "", url: "", language: "en" };
    add(number, head, Array.from({ length: 3 + below(6) }, () => sentence(day)));
  }
  const shared = Array.from({ length: 7 }, () => sentence(58));
  const copied = { title: "Ice stops ferries between the northern islands", date_basis: "field", author: "", url: "", language: "en" };
  const changed = { ...shared[2], text: shared[2].text.replace(/\.$/, ", an aide added later.") };
  add(901, { ...copied, date: dayOf(59), source: "Harbour Post" }, shared);
  add(902, { ...copied, date: dayOf(60), source: "Northern Wire" }, [...shared.slice(0, 2), changed, ...shared.slice(3, 6), sentence(60)]);
  return { name: "made.ndjson", bytes: `${lines.join("\n")}\n` };
}

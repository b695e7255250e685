// What is measured on: made articles, questions to them, made rows of claims, brushes over them. The same for the
// same seed on every machine. Words by Zipf's law, as long as English ones; some sentences are claims.

/** Mulberry32 by Tommy Ettinger (public domain): numbers in [0, 1). */
export function randomOf(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const kVocabulary = 60000;
const kPlaces = ["Pokrovsk", "Kupiansk", "Sumy", "Kherson", "Odesa", "Kharkiv", "Bakhmut", "Orikhiv", "Lyman", "Avdiivka"];
const kWho = ["the General Staff", "the Ministry of Defence", "the regional governor", "a spokesman for the brigade"];
const kMonths = ["January", "March", "May", "June", "August", "October"];

function makeWords(random) {
  const words = [];
  const cumulated = [];
  const seen = new Set();
  let sum = 0;
  for (let rank = 0; rank < kVocabulary; rank++) {
    const least = rank < 30 ? 2 : rank < 500 ? 4 : 5;
    let word;
    do {
      word = "";
      const size = least + Math.floor(random() * (rank < 30 ? 2 : 6));
      for (let i = 0; i < size; i++) word += "etaoinshrdlucmfwypvbgk"[Math.floor(random() ** 1.4 * 22)];
    } while (seen.has(word));
    seen.add(word);
    words.push(word);
    sum += 1 / (rank + 2.7) ** 1.03;
    cumulated.push(sum);
  }
  return { words, cumulated };
}

function makeClaim(random) {
  const any = (list) => list[Math.floor(random() * list.length)];
  const day = `${1 + Math.floor(random() * 28)} ${any(kMonths)} 2025`;
  const count = 2 + Math.floor(random() * 90);
  return any([
    `Russian forces captured ${any(kPlaces)}, ${any(kWho)} said on ${day}.`,
    `${count} civilians were killed in ${any(kPlaces)} on ${day}, ${any(kWho)} said.`,
    `Ukrainian air defence shot down ${count} drones over ${any(kPlaces)} on ${day}, ${any(kWho)} said.`,
  ]);
}

/** Lines of NDJSON, one article each. */
export function* makeArticles(count, seed = 42) {
  const random = randomOf(seed);
  const { words, cumulated } = makeWords(random);
  const anyWord = () => {
    const wanted = random() * cumulated.at(-1);
    let low = 0;
    let high = kVocabulary - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cumulated[middle] < wanted) low = middle + 1;
      else high = middle;
    }
    return words[low];
  };
  const sentence = (size) => {
    const out = [];
    for (let i = 0; i < size; i++) out.push(anyWord());
    return out[0][0].toUpperCase() + out.join(" ").slice(1);
  };
  for (let i = 0; i < count; i++) {
    const text = [];
    for (let s = 6 + Math.floor(random() * 36); s > 0; s--) {
      text.push(random() < 0.15 ? makeClaim(random) : `${sentence(8 + Math.floor(random() * 20))}.`);
    }
    const day = new Date(Date.UTC(2025, 0, 1 + Math.floor(random() * 360))).toISOString().slice(0, 10);
    yield JSON.stringify({
      id: `a${i}`, date: day, source: `Outlet ${1 + Math.floor(random() * 40)}`, title: sentence(5 + Math.floor(random() * 7)), text: text.join(" "),
    });
  }
}

/**
 * Questions by how many articles have their words: {name, is: "term" | "and" | "phrase" | "prefix" | "near", words}. Words of
 * small letters alone, which every contender cuts alike.
 * @param articles {title, text}[], as many as are at hand
 */
export function makeQuestions(articles) {
  const counts = new Map();
  const some = articles.slice(0, 20000);
  for (const { title, text } of some) {
    for (const word of new Set(`${title} ${text}`.toLowerCase().match(/[a-z0-9]+/g))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const ranked = [...counts].filter(([word]) => /^[a-z]{4,}$/.test(word)).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const at = (share) => (ranked.find(([, count]) => count <= share * some.length) ?? ranked.at(-1))[0];
  const follower = (word) => {
    for (const { text } of some) {
      const found = new RegExp(`\\b${word} ([a-z]{2,})\\b`).exec(text);
      if (found) return found[1];
    }
    return word;
  };
  const [often, middling, seldom] = [at(0.4), at(0.05), at(0.0005)];
  const both = ranked.filter(([, count]) => count <= 0.2 * some.length).slice(0, 2).map(([word]) => word);
  return [
    { name: "term, frequent", is: "term", words: [often] },
    { name: "term, middling", is: "term", words: [middling] },
    { name: "term, rare", is: "term", words: [seldom] },
    { name: "AND", is: "and", words: [at(0.15), middling] },
    { name: "AND, frequent", is: "and", words: both },
    { name: "phrase", is: "phrase", words: [at(0.1), follower(at(0.1))] },
    { name: "phrase, frequent", is: "phrase", words: [ranked[0][0], follower(ranked[0][0])] },
    { name: "prefix", is: "prefix", words: [middling.slice(0, 3)] },
    { name: "prefix, two letters", is: "prefix", words: [often.slice(0, 2)] },
    { name: "near", is: "near", words: [at(0.1), at(0.08)] },
  ];
}

export const kDays = 1200;
export const kRegions = 40;
export const kKinds = 8;
export const kSides = 7;

/** i32 day, u16 region, u8 kind, u8 side each, ordered by the day, of `count` claims. */
export function makeRows(count, seed = 7) {
  const random = randomOf(seed);
  const skewed = (limit) => Math.floor(random() * Math.floor(random() * limit + 1));
  const bytes = new Uint8Array(count * 8);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < count; i++) {
    view.setInt32(i * 8, 20000 + Math.floor((i * kDays) / count), true);
    view.setUint16(i * 8 + 4, skewed(kRegions), true);
    bytes[i * 8 + 6] = skewed(kKinds);
    bytes[i * 8 + 7] = skewed(kSides);
  }
  return bytes;
}

/** Groups of 60 brushes: {from, to, region, kind}, days from 0, -1: any. */
export function makeBrushes(seed = 11) {
  const random = randomOf(seed);
  const groups = { "brush, windows": [], "brush, dragged": [], "brush, filtered": [], "filters changed": [] };
  for (let i = 0; i < 60; i++) {
    const from = Math.floor(random() * (kDays - 200));
    const to = from + 30 + Math.floor(random() * 170);
    groups["brush, windows"].push({ from, to, region: -1, kind: -1 });
    groups["brush, dragged"].push({ from: 300 + i, to: 400 + 2 * i, region: -1, kind: -1 });
    groups["brush, filtered"].push({ from, to, region: 5, kind: 2 });
    groups["filters changed"].push({ from, to, region: i % 20, kind: i % 4 });
  }
  return groups;
}

/** {day, region, kind, side} as typed arrays. */
export function columnsOf(rows) {
  const count = rows.length / 8;
  const columns = { day: new Int32Array(count), region: new Uint16Array(count), kind: new Uint8Array(count), side: new Uint8Array(count) };
  const view = new DataView(rows.buffer, rows.byteOffset, rows.byteLength);
  for (let i = 0; i < count; i++) {
    columns.day[i] = view.getInt32(i * 8, true) - 20000;
    columns.region[i] = view.getUint16(i * 8 + 4, true);
    columns.kind[i] = rows[i * 8 + 6];
    columns.side[i] = rows[i * 8 + 7];
  }
  return columns;
}

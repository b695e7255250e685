// The day and region of a row are one dimension, so that the chart of all days stays while days are chosen.
import crossfilter from "crossfilter2";
import { columnsOf } from "../made.mjs";
import { digestOf } from "../measure.mjs";

export async function create(env) {
  let dimensions, groups, total;
  return {
    brushes: 20,
    async rows() {
      const { day, region, kind, side } = columnsOf(await env.bytes("rows.bin"));
      const all = crossfilter(Array.from(day, (_, i) => i));
      dimensions = {
        day: all.dimension((i) => day[i] * 64 + region[i]),
        region: all.dimension((i) => region[i]),
        kind: all.dimension((i) => kind[i]),
        side: all.dimension((i) => side[i]),
      };
      groups = Object.values(dimensions).map((dimension) => dimension.group());
      total = all.groupAll();
    },
    brush({ from, to, region, kind }) {
      dimensions.day.filterRange([from * 64, (to + 1) * 64]);
      dimensions.region.filter(region < 0 ? null : region);
      dimensions.kind.filter(kind < 0 ? null : kind);
      const [, regions, kinds, sides] = groups.map((group) => group.all());
      const counts = (entries) => {
        const out = [];
        for (const { key, value } of entries) out[key] = value;
        return out;
      };
      return digestOf(total.value(), counts(regions), counts(kinds), counts(sides));
    },
  };
}

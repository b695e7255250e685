import { op, table } from "arquero";
import { columnsOf, kDays } from "../made.mjs";
import { digestOf } from "../measure.mjs";

export async function create(env) {
  let all, begins;
  return {
    brushes: 3,
    async rows() {
      const columns = columnsOf(await env.bytes("rows.bin"));
      begins = new Uint32Array(kDays + 1);
      for (const day of columns.day) begins[day + 1]++;
      for (let day = 0; day < kDays; day++) begins[day + 1] += begins[day];
      all = table(columns);
    },
    brush({ from, to, region, kind }, group) {
      const days = all.slice(begins[from], begins[to + 1]);
      const within = (rows, name, value) => (value < 0 ? rows : rows.params({ value }).filter(`d => d.${name} === value`));
      const counts = (rows, name) => {
        const out = [];
        for (const { [name]: key, n } of rows.groupby(name).rollup({ n: op.count() }).objects()) out[key] = n;
        return out;
      };
      const ofBoth = within(within(days, "region", region), "kind", kind);
      if (group === "filters changed") {
        within(within(all, "region", region), "kind", kind).groupby("day", "region").rollup({ n: op.count() }).numRows();
      }
      return digestOf(ofBoth.numRows(), counts(within(days, "kind", kind), "region"), counts(within(days, "region", region), "kind"), counts(ofBoth, "side"));
    },
  };
}

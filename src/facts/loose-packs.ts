import { unitRows } from "#lexicon/units.ts";
import type { Amount, Unit } from "./fact.ts";
import { lightText } from "./fold.ts";
import { said } from "./said.ts";

type Names = { unit: Unit; loose: RegExp; plain: RegExp };

/** `can 5 lít`, `sọt 20 ký`, `3 nghìn một cây`: held or counted in what is none of the contract's packs. */
const OTHER: readonly { unit: Unit; vi: readonly string[] }[] = [
  { unit: "bottle", vi: ["can"] },
  { unit: "tree", vi: ["cây", "gốc"] },
];
const names: readonly Names[] = [...Map.groupBy(unitRows, ({ unit }) => unit)].flatMap(([unit, rows]) => {
  if (unit === undefined) return [];
  const other = OTHER.filter((one) => one.unit === unit).flatMap(({ vi }) => vi);
  const loose = [...rows.flatMap((row) => (row.loose === true ? row.vi : [])), ...other];
  const plain = rows.flatMap((row) => (row.loose === true ? [] : row.vi)).filter((name) => !other.includes(name));
  return loose.length === 0 ? [] : [{ unit, loose: said(loose.join("|")), plain: said([...plain, "\\u0000"].join("|")) }];
});

/** The amount as the contract means it: without `per` where the grower's word is only like one of its units. */
export function asContracted(quote: string, amount: Amount): Amount {
  const { per, ...whole } = amount;
  return per !== undefined && looseIn(quote).some(({ unit }) => unit === per) ? whole : amount;
}

function looseIn(quote: string): readonly Names[] {
  // `rổ 12can`: so many kilos.
  const text = lightText(quote).replace(/(?<=\d ?)can(?!\p{L})/gu, "");
  return names.filter(({ loose, plain }) => text.search(loose) !== -1 && text.search(plain) === -1);
}

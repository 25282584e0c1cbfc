import { z } from "zod";
import { foldText, lightText } from "#facts/fold.ts";
import data from "./holders.json" with { type: "json" };

/** What goods are put into, and how one of it is counted in Japanese. */
export type Holder = { vi: string; en: [string, string]; ja: string; one: string };

const holders: ReadonlyMap<string, Holder> = new Map(
  Object.entries(
    z
      .record(z.string(), z.strictObject({ vi: z.string(), en: z.tuple([z.string(), z.string()]), ja: z.string(), one: z.string() }))
      .parse(data.holders),
  ),
);

/** The holder that the grower's words begin with, where the contract has no word for it: `lưới 20 ký`; `exactly`: no `thùng` for a `thúng`. */
export function holderSaid(said: string, exactly = false): Holder | undefined {
  const holder = holders.get(foldText(said).split(/[^a-z]/)[0] ?? "");
  return exactly && holder !== undefined && !lightText(said).startsWith(holder.vi) ? undefined : holder;
}

/** One of them in English: `a basket`, `an earthen jar`. */
export function oneInEnglish(name: string): string {
  return `${/^[aeiou]/.test(name) ? "an" : "a"} ${name}`;
}

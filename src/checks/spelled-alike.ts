import { foldText } from "#facts/fold.ts";
import { findTerm } from "#lexicon/lexicon.ts";
import type { Term } from "#lexicon/term.ts";
import type { Ground } from "./ground.ts";
import { plainKana } from "./plain-kana.ts";

/** タンウエン is Tân Uyên and Than Uyên alike, タンビン Tân Bình and Thăng Bình, ビンロック Bình Lộc and Vĩnh Lộc. */
export function isSpelledAlike({ vi }: Term, { bareNotes }: Ground): boolean {
  const name = foldText(vi.name);
  return SOUNDS_OF_R.some((r) => new RegExp(`(?<!\\p{L})${kanaSounds(name, r)}(?!\\p{L})`, "u").test(kanaSounds(bareNotes, r)));
}

/** タンフー is Tân Phú, and as well Thạnh Phú, which others write タインフー. */
export function isHeardAlike(quote: string, { terms }: Ground): boolean {
  if (GLIDE.test(quote)) return false;
  const told = new Set(plainKana(quote));
  return [...terms].some((id) => {
    const place = findTerm(id);
    if (place?.kind !== "place") return false;
    return [place.ja.name, ...(place.ja.aliases ?? [])].some((name) => plainKana(name).some((plain) => told.has(plain)));
  });
}
const GLIDE = /[アカガサザタダナハバパマヤラワャ]イン/u;

/** ゾンリエン is Giồng Riềng, and as well the dong riềng that `miến dong` is made of; only a place is where something comes from. */
export function isSpelledAsGoods({ vi }: Term, after: string, { terms }: Ground): boolean {
  if (OF_A_PLACE.test(after)) return false;
  const name = kanaSounds(foldText(vi.name), "l");
  return [...terms].some((id) => {
    const goods = findTerm(id);
    if (goods?.kind !== "product") return false;
    return [goods.vi.name, ...(goods.vi.aliases ?? [])]
      .map((alias) => ` ${foldText(alias)} `)
      .some((alias) => {
        // `chè Thái Nguyên` is named after the place itself.
        return !alias.includes(` ${foldText(vi.name)} `) && kanaSounds(alias, "l").includes(` ${name} `);
      });
  });
}
const OF_A_PLACE = /^(?:産|県|省|村|町|地方|地区|で(?:育|採|作|つく|とれ)|から|育ち)/u;

/** Sounds that Japanese writes with one letter, as one. */
function kanaSounds(bare: string, r: string): string {
  return bare
    .replace(/(?<!\p{L})(?:th(?=\p{L})|tr|x|v|gi(?=[aeiou])|r)/gu, (initial) => KANA_INITIALS[initial] ?? r)
    .replace(/ng(?!\p{L})/gu, "n");
}
const KANA_INITIALS: Readonly<Record<string, string>> = { th: "t", tr: "ch", x: "s", v: "b", gi: "d" };
/** ザイ or ライ: as the north says it, or as it is written; so Roi is Lợi's ロイ. */
const SOUNDS_OF_R = ["d", "l"];

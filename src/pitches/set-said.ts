import { z } from "zod";
import type { Fact, GrowerWords } from "#facts/fact.ts";
import { foldText, lightText } from "#facts/fold.ts";
import data from "./set-pieces.json" with { type: "json" };
import type { Named } from "./named-rows.ts";
import { sourceOf } from "./words-around.ts";
import { writeList } from "./write-list.ts";

const pieceSchema = z.strictObject({
  said: z.array(z.string()),
  en: z.tuple([z.string(), z.string()]),
  ja: z.string(),
  counter: z.string(),
  /** Only in a set that has a pot. */
  besidePot: z.boolean().optional(),
});
type Piece = z.infer<typeof pieceSchema>;

const pieces = z.array(pieceSchema).parse(data.pieces);
const pots = new Set(data.pots.map(foldText));
const names = [...new Set(pieces.flatMap(({ said }) => said.map(foldText)))].toSorted((left, right) => right.length - left.length);
const COUNTS = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"];
const COUNT = `\\d{1,2}|${COUNTS.map(foldText).join("|")}`;
const ONE = `(?<![a-z0-9])(${COUNT}) (${names.join("|")})(?![a-z0-9])`;
const PIECE = new RegExp(ONE, "g");
const SET = new RegExp(`(?<![a-z0-9])(?:bo|set|combo)(?![a-z0-9])[^.;!?\\d]{0,24}?((?:${ONE}[\\s,+&]*(?:(?:va|voi|kem) )?){2,})`);

/** `set 3 cây` of pork rolls, which have no other pieces. */
const ROLLS = new RegExp(`(?<![a-z0-9])(?:bo|set|combo) (${COUNT}) (cay|don|cuon)(?![a-z0-9])`);
const OF_ROLLS = /(?<![a-z0-9])(?:gio|cha)(?![a-z0-9])/;
const ROLL: Readonly<Record<string, string>> = { cay: "cây", don: "đòn", cuon: "cuộn" };

/** `bộ 1 ấm 6 chén 450k`: what a price is for, where it is for several pieces sold as one. */
export function setSaid(price: Fact, previous: Fact | undefined, words: GrowerWords): Named | undefined {
  const from = previous?.source === price.source ? previous.end : 0;
  const text = foldText(lightText(sourceOf(price, words).slice(0, price.end)));
  const clause = foldText(lightText(sourceOf(price, words).slice(from, price.end)));
  const said = SET.exec(clause)?.[1];
  const found = [...(said ?? "").matchAll(PIECE)].map(([, count = "", name = ""]) => ({ count: countOf(count), name }));
  const hasPot = found.some(({ name }) => pots.has(name));
  const told = found.flatMap(({ count, name }) => {
    const piece = pieces.find(({ said: ways, besidePot }) => ways.map(foldText).includes(name) && (besidePot !== true || hasPot));
    return piece === undefined ? [] : [{ count, piece, vi: piece.said.find((way) => foldText(way) === name) ?? name }];
  });
  if (told.length < 2) return (OF_ROLLS.test(text) ? rollsSaid(clause) : undefined) ?? severalSaid(clause);
  return {
    vi: `bộ ${told.map(({ count, vi }) => `${count} ${vi}`).join(" ")}`,
    en: `a set of ${writeList(
      told.map(({ count, piece }) => `${count} ${piece.en[count === 1 ? 0 : 1]}`),
      "en",
    )}`,
    ja: `${told.map(inJapanese).join("と")}のセット`,
    set: true,
  };
}

/** `bộ 4 tấm`: so many of the goods themselves. */
function severalSaid(clause: string): Named | undefined {
  const [, count = "", one = ""] = SEVERAL.exec(clause) ?? [];
  const many = countOf(count);
  const kind = OF_SEVERAL[one];
  if (kind === undefined || many < 2) return undefined;
  return { vi: `bộ ${many} ${kind.vi}`, en: `a set of ${many}`, ja: `${many}${kind.ja}セット`, set: true };
}
const OF_SEVERAL: Readonly<Record<string, { vi: string; ja: string }>> = {
  cai: { vi: "cái", ja: "点[てん]" },
  chiec: { vi: "chiếc", ja: "点[てん]" },
  mon: { vi: "món", ja: "点[てん]" },
  tam: { vi: "tấm", ja: "枚[まい]" },
  buc: { vi: "bức", ja: "枚[まい]" },
  to: { vi: "tờ", ja: "枚[まい]" },
};
/** Right before the sum: `bộ 3 chiếc 290k`, `set 4 tấm giá 260k`. */
const SEVERAL = new RegExp(
  `(?<![a-z0-9])(?:bo|set|combo) (?:du |gom )?(${COUNT}) (${Object.keys(OF_SEVERAL).join("|")})(?: (?:gia|la|thi|ban))*:? ?\\d[^a-z]*(?:k|ngan|nghin|tr|trieu|d|dong)?[\\d/]*(?:bo|set)?$`,
);

function rollsSaid(clause: string): Named | undefined {
  const [, count = "", roll = ""] = ROLLS.exec(clause) ?? [];
  const many = countOf(count);
  if (roll === "" || many < 2) return undefined;
  return { vi: `bộ ${many} ${ROLL[roll] ?? roll}`, en: `a set of ${many} rolls`, ja: `${many}本[ほん]セット`, set: true };
}

/** One of a kind goes without its counter: 急須と湯のみ6個. */
function inJapanese({ count, piece }: { count: number; piece: Piece }): string {
  return count === 1 ? piece.ja : `${piece.ja}${count}${piece.counter}`;
}

function countOf(said: string): number {
  const spelled = COUNTS.findIndex((word) => foldText(word) === said);
  return spelled < 0 ? Number(said) : spelled + 1;
}

import { loadDefaultJapaneseParser } from "budoux";
import { japaneseJoints } from "#i18n/japanese-joints.ts";
import { wholeSpans } from "#i18n/whole-spans.ts";
import { NOT_FIRST, NOT_LAST } from "./cut-wide.ts";
import { isInside, type Span } from "./is-inside.ts";
import { AFTER_COMMA, AFTER_STOP, HOLD, joinPieces, type Piece, type Word } from "./join-pieces.ts";
import { readNumberPlaces } from "./number-places.ts";

const japanese = loadDefaultJapaneseParser();
const INSIDE_PHRASE = 1.5;
/** Longer than this a phrase may end a line at a joint too, in characters without its mark, and at this cost. */
const PHRASE_MAX = 10;
const AT_JOINT = 0.4;

/** BudouX's phrases; one that is longer than a line is cut smaller, between whole numbers, names, words in kana and single kanji. */
export function cutJapanese(text: string, names: readonly Span[], columnsMax: number): Piece[] {
  const phraseEnds = new Set<number>();
  let at = 0;
  const joints = new Set<number>();
  for (const phrase of japanese.parse(text)) {
    const isLong = phrase.replace(/[、。！？!?」』）]+$/u, "").length > PHRASE_MAX;
    for (const joint of isLong ? japaneseJoints(phrase) : []) joints.add(at + joint);
    phraseEnds.add((at += phrase.length));
  }
  const numbers = readNumberPlaces(text, "ja").filter(({ spelled }) => !spelled);
  const wholes = [...numbers, ...wholeSpans(text, "ja"), ...names];
  const atoms = [...text.matchAll(ATOM)].map(([atom]) => atom);
  let end = 0;
  return joinPieces(
    atoms.map((atom, index): Word => {
      end += atom.length;
      const next = atoms[index + 1] ?? "";
      const isPhraseEnd = phraseEnds.has(end) || joints.has(end) || PER_END.test(atom);
      const isKinsoku = NOT_FIRST.test(next) || NOT_LAST.test(atom);
      const isWithin = !isPhraseEnd && !isJoint(atom, next);
      const hold = isKinsoku ? HOLD.always : isInside(wholes, end) ? HOLD.firm : isWithin ? HOLD.loose : HOLD.free;
      return { text: atom, hold, breakCost: joints.has(end) ? AT_JOINT : breakCost(atom, isPhraseEnd) };
    }),
    columnsMax,
  );
}

/** Within a phrase a line ends at most before a word in kanji: `リットル|入りは`, never `電話番|号を`. */
function isJoint(atom: string, next: string): boolean {
  return /^\p{Script=Han}/u.test(next) && /[\p{Script=Katakana}ー\p{Script=Latin}\d]$/u.test(atom);
}

function breakCost(atom: string, isPhraseEnd: boolean): number {
  if (/[。！？!?]$/u.test(atom)) return AFTER_STOP;
  if (/[、，]$/u.test(atom)) return AFTER_COMMA;
  return isPhraseEnd ? 0 : INSIDE_PHRASE;
}

/** BudouX cuts these in two behind a number or a unit: `キロあた|り`, `3キロな|ら`. */
const PER_END = /(?:あたり|当たり|につき|なら)$/u;

/** A number with its counter, a run of katakana or Latin letters with its middle dots, and what says per which it is; or one character. */
const ATOM =
  /[¥￥$＄]?[0-9０-９]+(?:[.,．，][0-9０-９]+)*(?:[〜～~–-][0-9０-９]+(?:[.,][0-9０-９]+)*)?\s?(?:[万千億百]*)(?:キログラム|キロ|グラム|リットル|ミリ|センチ|メートル|ドン|ドル|パーセント|か月|カ月|ヶ月|時間|週間|日間|年間|人分|箱|本|個|円|日|年|月|時|分|度|袋|瓶|束|房|杯|名|人|件|株|枚|つ|％|%|℃|g|kg|ml|l)?(?:あたり|当たり|につき|なら)?|[\p{Script=Katakana}ー・]+(?:あたり|当たり|につき|なら)?|[\p{Script=Latin}\p{M}0-9'’.-]+(?:,[0-9]+)*|\s|[\s\S]/gu;

import type { SaidNumber } from "./said-number.ts";
import type { Token } from "./tokens.ts";
import { digitOf, isChuc, isGap, isHalf, isHalfFirst, isTa, isTen, isTens, parseDigits, scaleOf } from "./vietnamese-words.ts";

/** A digit word's value (`mốt` is 1); `undefined` for any other word. */
export { digitOf as digitWord } from "./vietnamese-words.ts";

const ONLY_AFTER_TENS = new Set(["mốt", "tư", "lăm", "nhăm"]);
const NOT_THOUSANDS =
  /^(?:năm|ba|hai|chín|bảy|bay|nam|chin|tam|tám) (?:nay|ngoái|ngoai|sau|trước|truoc|qua|rồi|roi|má|ma|giờ|gio|cây|cay|mới|moi|bên|ben|con|mình|minh|mẹ|me)/;

/** Reads a number said in words or written with a scale (`hai lăm nghìn`, `1tr2`, `trăm rưỡi`, `nửa`) at a token. */
export function readVietnameseNumber(tokens: readonly Token[], at: number): SaidNumber | undefined {
  const first = tokens[at];
  if (first === undefined) return undefined;
  if (first.kind === "digits") return readWritten(tokens, at);
  if (first.kind !== "word" || idiom(tokens, at)) return undefined;
  if (isHalfFirst(first)) return { value: 0.5, next: at + 1, spelled: true, scaled: false, words: 1 };
  return readSpelled(tokens, at);
}

/** `35`, `35k5`, `1tr2`, `1 triệu 200 nghìn`, `2 chục`, `5 trăm`. */
function readWritten(tokens: readonly Token[], at: number): SaidNumber | undefined {
  const digits = tokens[at];
  if (digits === undefined) return undefined;
  let value = parseDigits(digits.text);
  let next = at + 1;
  let scaled = false;
  const chuc = tokens[next];
  if (isChuc(chuc)) {
    value *= 10;
    next += 1;
  } else if (isTa(chuc) && chuc?.text === "tá") {
    value *= 12;
    next += 1;
  }
  for (let scale = scaleAt(tokens, next); scale !== undefined; scale = scaleAt(tokens, next)) {
    value *= scale;
    next += 1;
    scaled = scaled || scale >= 1000;
    const tail = readTail(tokens, next, scale);
    if (tail === undefined) continue;
    value += tail.value;
    next = tail.next;
    break;
  }
  return { value, next, spelled: false, scaled, words: next - at };
}

/** What may follow a scale: `rưỡi`, `2` of `1tr2`, `200 nghìn` of `1 triệu 200 nghìn`. */
function readTail(tokens: readonly Token[], at: number, scale: number): { value: number; next: number } | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  if (isHalf(token)) return { value: scale / 2, next: at + 1 };
  if (scale < 1000) return undefined;
  const after = scaleAt(tokens, at + 1);
  if (token.kind === "digits" && /^\d{1,3}$/.test(token.text)) {
    if (after !== undefined && after < scale && !token.glued) return { value: Number(token.text) * after, next: at + 2 };
    if (token.glued && after === undefined) return { value: Number(`0.${token.text}`) * scale, next: at + 1 };
    return undefined;
  }
  const spelled = digitOf(token);
  if (spelled === undefined || spelled === 0 || after !== undefined || isTens(tokens[at + 1])) return undefined;
  return startsUnit(tokens[at + 1]) ? undefined : { value: (spelled * scale) / 10, next: at + 1 };
}

/** `hai mươi lăm nghìn`, `một triệu hai trăm nghìn`, `trăm hai`, `sáu trăm hai chục ngàn`. */
function readSpelled(tokens: readonly Token[], at: number): SaidNumber | undefined {
  let total = 0;
  let group = 0;
  let next = at;
  let lastScale = 0;
  let scaled = false;
  let open: "start" | "digit" | "tens" | "hundred" | "scale" | "gap" | "done" = "start";
  while (open !== "done") {
    const token = tokens[next];
    if (token === undefined || token.kind !== "word") break;
    const digit = digitOf(token);
    const scale = scaleAt(tokens, next);
    if (
      isTen(token) &&
      (token.text === "mười" || open !== "digit") &&
      (open === "start" || open === "hundred" || open === "scale" || open === "gap")
    ) {
      group += 10;
      open = "tens";
    } else if (isTens(token) && open === "digit") {
      group = Math.floor(group / 10) * 10 + (group % 10) * 10;
      open = isChuc(token) ? "gap" : "tens";
    } else if (isChuc(token) && (open === "start" || open === "scale" || open === "hundred")) {
      group += 10;
      open = "gap";
    } else if (token.text === "tá" && (open === "start" || open === "digit")) {
      group = (group === 0 ? 1 : group) * 12;
      open = "done";
    } else if (scale === 100 && (open === "start" || open === "digit" || open === "scale")) {
      group = (group === 0 ? 1 : group) * 100;
      lastScale = 100;
      open = "hundred";
    } else if (scale !== undefined && scale >= 1000) {
      if (open === "start" && token.text.length < 3) break;
      total += (group === 0 ? 1 : group) * scale;
      group = 0;
      lastScale = scale;
      scaled = true;
      open = "scale";
    } else if (isHalf(token) && lastScale > 0 && (open === "hundred" || open === "scale")) {
      if (lastScale === 100) group += 50;
      else total += lastScale / 2;
      open = "hundred";
      lastScale = 0;
    } else if (isGap(token) && (open === "hundred" || open === "scale")) {
      open = "gap";
      lastScale = 0;
    } else if (digit !== undefined) {
      const taken = takeDigit(tokens, next, open, digit, group, lastScale);
      if (taken === undefined) break;
      group = taken.group;
      total += taken.fraction;
      open = taken.open;
    } else {
      break;
    }
    next += 1;
  }
  if (next === at) return undefined;
  return { value: total + group, next, spelled: true, scaled, words: next - at };
}

type Taken = { group: number; fraction: number; open: "digit" | "done" };

/** What a digit word adds where it stands: a unit, the tens of `trăm hai`, the tenth of `triệu hai`. */
function takeDigit(tokens: readonly Token[], at: number, open: string, digit: number, group: number, lastScale: number): Taken | undefined {
  const token = tokens[at];
  const following = tokens[at + 1];
  const counts = isTens(following) || scaleAt(tokens, at + 1) !== undefined;
  const year = (token?.text === "năm" || token?.plain === "nam") && token.text !== "lăm";
  if (year && !counts && open !== "start" && !startsUnit(following)) return undefined;
  if (open === "start") return { group: digit, fraction: 0, open: "digit" };
  if (open === "tens") return year && token?.text === "năm" ? undefined : { group: group + digit, fraction: 0, open: "digit" };
  if (open === "gap") return { group: group + digit, fraction: 0, open: "digit" };
  if (open === "digit") {
    const joined = group % 10 === group && ONLY_AFTER_TENS.has(token?.text ?? "");
    return joined ? { group: group * 10 + digit, fraction: 0, open: "digit" } : undefined;
  }
  if (counts) return { group: group + digit, fraction: 0, open: "digit" };
  if (open === "hundred" && lastScale === 100) return { group: group + digit * 10, fraction: 0, open: "digit" };
  if (open === "scale" && lastScale >= 1000 && !startsUnit(following))
    return { group: 0, fraction: (digit * lastScale) / 10, open: "done" };
  return undefined;
}

function scaleAt(tokens: readonly Token[], at: number): number | undefined {
  const token = tokens[at];
  if (token === undefined || token.kind !== "word") return undefined;
  if (token.plain === "cu" && !oneMillion(tokens, at)) return undefined;
  if (token.plain === "k" && !(tokens[at - 1]?.kind === "digits")) return undefined;
  return scaleOf(token);
}

/** `2 củ` is two million unless tubers are counted: `2 củ tỏi`. */
function oneMillion(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const counted = before?.kind === "digits" || digitOf(before) !== undefined;
  return counted && !TUBERS.has(tokens[at + 1]?.plain ?? "");
}
const TUBERS = new Set(["toi", "khoai", "hanh", "gung", "sam", "san", "nghe", "cai", "ca", "dong", "sen", "su", "den"]);

function idiom(tokens: readonly Token[], at: number): boolean {
  const pair = `${tokens[at]?.text ?? ""} ${tokens[at + 1]?.text ?? ""}`;
  return NOT_THOUSANDS.test(pair);
}

const UNIT_STARTS = new Set([
  "kg",
  "ky",
  "ki",
  "can",
  "lang",
  "yen",
  "tan",
  "g",
  "gr",
  "gram",
  "gam",
  "trai",
  "qua",
  "thung",
  "hop",
  "bao",
  "bich",
  "tui",
  "goi",
  "chai",
  "hu",
  "lo",
  "lon",
  "bo",
  "ngay",
  "thang",
  "tuan",
  "nam",
  "gio",
  "tieng",
  "phut",
  "cay",
  "ho",
  "lit",
  "cm",
  "met",
  "do",
  "phan",
]);
function startsUnit(token: Token | undefined): boolean {
  return token !== undefined && UNIT_STARTS.has(token.plain);
}

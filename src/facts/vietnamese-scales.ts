import type { Token } from "./tokens.ts";
import { startsUnit } from "./vietnamese-readings.ts";
import { digitOf, isChuc, isHalf, isHalfFirst, isTa, scaleOf } from "./vietnamese-words.ts";

/** What the word at a token multiplies by: `nghìn`, `k`, `củ` where it is money. */
export function scaleAt(tokens: readonly Token[], at: number): number | undefined {
  const token = tokens[at];
  if (token === undefined || token.kind !== "word") return undefined;
  if (token.plain === "cu" && !oneMillion(tokens, at)) return undefined;
  if (token.plain === "canh") return isSlangThousand(tokens, at) ? 1000 : undefined;
  if ((token.plain === "k" || token.plain === "tr") && tokens[at - 1]?.kind !== "digits") return undefined;
  // `5 van cay`: without its mark only before what is counted.
  if (token.text === "van" && !(tokens[at - 1]?.kind === "digits" && startsUnit(tokens, at + 1, "count"))) return undefined;
  if (token.plain === "van" && token.text !== "van" && token.text !== "vạn") return undefined;
  if (token.text === "ngan" && isCompartment(tokens, at)) return undefined;
  return scaleOf(token);
}

export function bigScaleAt(tokens: readonly Token[], at: number): number | undefined {
  const scale = scaleAt(tokens, at);
  return scale === 100 ? undefined : scale;
}

export function isHundred(tokens: readonly Token[], at: number): boolean {
  return scaleAt(tokens, at) === 100;
}

/** `một tá hũ`; without marks `ta` is also the `tạ`, and only a dozen counts things. */
export function isDozen(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token?.text === "tá" || (isTa(token) && startsUnit(tokens, at + 1, "count") && !isPriceLeft(tokens, at + 1));
}

/** `lay 4 ta con 9k`: what is left of the price, `còn`, and no animals. */
function isPriceLeft(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === "con" && tokens[at + 1]?.kind === "digits";
}

/** The bare `60k ngan dong`, `1tr2 ngan dong`, `25k ngan mat`: the `ngăn` of a fridge behind a whole price. */
function isCompartment(tokens: readonly Token[], at: number): boolean {
  const [scale, last] = [tokens[at - 2]?.plain, tokens[at - 1]];
  return last?.plain === "k" || (last?.kind === "digits" && scale === "tr");
}

/** `135 cành một ký`, `giá 90 cành thôi`: a thousand in the talk of sellers; of branches nobody counts so many to the kilo. */
function isSlangThousand(tokens: readonly Token[], at: number): boolean {
  const [before, after, next] = [tokens[at - 1], tokens[at + 1], tokens[at + 2]];
  const counts =
    before?.kind === "digits" ? /^\d{2,3}$/.test(before.text) : (digitOf(before) ?? 0) > 1 || isChuc(before) || isHundredOf(before);
  if (!counts) return false;
  if (/^(?:\/|một|mot|mỗi|moi|1)$/.test(after?.text ?? "")) return WEIGHED.test(next?.plain ?? "") || isLedByPrice(tokens, at);
  const ends = after === undefined || after.kind === "symbol" || /^(?:thoi|nha|nhe|nhen|nghen|ne|a|luon|do)$/.test(after.plain);
  return ends && (isLedByPrice(tokens, at) || (before?.kind === "digits" && WEIGHED.test(tokens[at - 2]?.plain ?? "")));
}
const WEIGHED = /^(?:kg|ky|ki|can|lang|lit|kilo|g|gr|ml)$/;
const isHundredOf = (token: Token | undefined): boolean => scaleOf(token) === 100;
const isLedByPrice = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(Math.max(0, at - LEAD_WORDS), at).some(({ text }) => text === "giá" || text === "gia");
const LEAD_WORDS = 5;

/** `2 củ` is two million unless tubers are counted: `2 củ tỏi`. */
function oneMillion(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  // `8-10 củ/kg` counts bulbs; `giá 2 củ/kg` is money.
  if (after?.text === "/" && !/^(?:gia|ban|lay)$/.test(tokens[at - 2]?.plain ?? "")) return false;
  // `hộp 250g (15-18 củ)`, `1-2 củ mỗi ngày`: millions come one by one, and are not eaten daily.
  const [dash, least, lead] = [tokens[at - 2], tokens[at - 3], tokens[at - 4]];
  const ranged = /^[-–~]$/.test(dash?.text ?? "") && least?.kind === "digits";
  if (ranged && !/^(?:gia|ban|lay|tam|khoang|chung|tu|:)$/.test(lead?.plain ?? "")) return false;
  if (/^(?:moi|mot)$/.test(after?.plain ?? "") && /^(?:ngay|bua|lan|nguoi)$/.test(tokens[at + 2]?.plain ?? "")) return false;
  // `loại 1 củ 200-400g`: of the first grade, the bulb.
  if (/^(?:loai|hang|size|co)$/.test(tokens[at - 2]?.plain ?? "") && before?.kind === "digits") return false;
  if (isEach(tokens, at) || isApiece(tokens, at) || isPriceOfBulbs(tokens, at)) return false;
  // `ba cu` without marks is bà cụ.
  const spelled =
    digitOf(before) !== undefined &&
    (tokens[at]?.text === "củ" || after === undefined || after.kind === "symbol" || isHalf(after) || after.plain === "mot");
  return (before?.kind === "digits" || spelled || isHalfFirst(before)) && !TUBERS.has(after?.plain ?? "");
}

/** `ba bốn lạng một củ`, `1-2 kg 1 củ 20k`: what one weighs; `một lạng một củ hai`, `2 ký một củ` are prices. */
function isEach(tokens: readonly Token[], at: number): boolean {
  const [joined, weighed, unit, one, after] = [tokens[at - 4], tokens[at - 3], tokens[at - 2], tokens[at - 1], tokens[at + 1]];
  const counts = after?.kind === "digits" || digitOf(after) !== undefined;
  const priced = isChuc(tokens[at + 2]) || scaleAt(tokens, at + 2) !== undefined;
  if (!isOne(one) || isHalf(after) || (counts && !priced)) return false;
  const ranged = isHalfFirst(weighed) || /^[-–]$/.test(joined?.text ?? "") || digitOf(joined) !== undefined;
  return (
    (ranged && /^(?:kg|ky|ki|can)$/.test(unit?.plain ?? "")) || (!isOne(weighed) && /^(?:lang|g|gr|gam|gram)$/.test(unit?.plain ?? ""))
  );
}

/** `9.000đ một củ`: what one costs. */
function isApiece(tokens: readonly Token[], at: number): boolean {
  return isOne(tokens[at - 1]) && /^(?:đ|₫|đồng|k|nghìn|ngàn|vnd|vnđ)$/.test(tokens[at - 2]?.text ?? "");
}

/** `chậu 3 củ 120k`, `năm củ 190.000đ`: what so many bulbs cost. */
function isPriceOfBulbs(tokens: readonly Token[], at: number): boolean {
  const [price, unit] = [tokens[at + 1], tokens[at + 2]];
  return price?.kind === "digits" && !isOne(tokens[at - 1]) && /^(?:k|đ|₫|d|nghìn|ngàn|vnd|vnđ)$/.test(unit?.text ?? "");
}

function isOne(token: Token | undefined): boolean {
  return token?.text === "1" || token?.plain === "mot";
}

const TUBERS = new Set(["toi", "khoai", "hanh", "gung", "sam", "san", "nghe", "cai", "ca", "dong", "sen", "su", "den", "to", "nho"]);

const ONES = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
/** Behind other digits these are said otherwise as well. */
const LATER: Readonly<Record<string, readonly string[]>> = { 1: ["một", "mốt"], 4: ["bốn", "tư"], 5: ["năm", "lăm"] };
const LENGTH_MAX = 6;

/** How the digits of a code are said: one by one, two by two as tens, round thousands in one (`24` is `hai bốn` and `hai mươi tư`). */
export function spokenDigits(digits: string): string[] {
  if (digits.length > LENGTH_MAX) return [];
  const thousands = /^(?<many>[1-9]\d?)000$/.exec(digits)?.groups?.many;
  const round = thousands === undefined ? [] : spokenDigits(thousands).flatMap((many) => [`${many} ngàn`, `${many} nghìn`]);
  const hundreds = /^[1-9]00$/.test(digits) ? [`${ONES[Number(digits[0])]} trăm`] : [];
  return [...new Set([...oneByOne(digits, true), ...round, ...hundreds])];
}

function oneByOne(digits: string, first: boolean): string[] {
  if (digits === "") return [""];
  const one = (first ? undefined : LATER[digits[0] ?? ""]) ?? [ONES[Number(digits[0])] ?? ""];
  const heads = one.map((word) => ({ word, rest: digits.slice(1) }));
  const pairs = (digits.length > 1 ? tens(digits.slice(0, 2)) : []).map((word) => ({ word, rest: digits.slice(2) }));
  return [...heads, ...pairs].flatMap(({ word, rest }) => oneByOne(rest, false).map((said) => `${word} ${said}`.trim()));
}

/** `mười bốn`, `hai mươi tư`, `hăm bốn`; a nought before another digit is said by itself. */
function tens([ten = "", one = ""]: string): string[] {
  if (ten === "0") return [];
  if (ten === "1") return [`mười ${one === "5" ? "lăm" : one === "0" ? "" : ONES[Number(one)]}`.trim()];
  const heads = [`${ONES[Number(ten)]} mươi`, ...(ten === "2" && one !== "0" ? ["hăm"] : [])];
  const ones = one === "0" ? [""] : one === "5" ? ["lăm"] : (LATER[one] ?? [ONES[Number(one)] ?? ""]);
  return heads.flatMap((head) => ones.map((last) => `${head} ${last}`.trim()));
}

import type { Said, Scan } from "./amount-scan.ts";
import type { SaidNumber } from "./said-number.ts";

/** `a year and a half`, `1 kilo and a half`; not "and a half-litre bottle". */
export function andAHalf(scan: Scan, at: number): { add: number; next: number } | undefined {
  const said = scan.tokens.slice(at, at + 3).map(({ text }) => text);
  const halfOfMore = scan.tokens[at + 3]?.text === "-";
  return said.join(" ") === "and a half" && !halfOfMore ? { add: 0.5, next: at + 3 } : undefined;
}

/** `two mats and a half`: half a mat more, whatever a mat is. */
export function counted(scan: Scan, at: number, number: SaidNumber): Said {
  const half = scan.language === "en" && scan.tokens[number.next]?.kind === "word" ? andAHalf(scan, number.next + 1) : undefined;
  return { from: at, next: half?.next ?? number.next, value: number.value + (half?.add ?? 0), number };
}

/** `半額`, `半熟卵`; but `1年半熟成`. */
const HALF_OF_A_WORD = /^(?:[額分生数々]|熟(?!成))/u;

/** `1キロ半`, `二週間半`: and a half; not `半額`, `半分`. */
export function halfTail(scan: Scan, at: number): { add: number; next: number } | undefined {
  const [half, after] = scan.tokens.slice(at, at + 2);
  return half?.text === "半" && half.glued && !HALF_OF_A_WORD.test(`${after?.text ?? ""}${scan.tokens[at + 2]?.text ?? ""}`)
    ? { add: 0.5, next: at + 1 }
    : undefined;
}

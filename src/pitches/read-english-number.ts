const SMALL = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
  "thirteen",
  "fourteen",
  "fifteen",
  "sixteen",
  "seventeen",
  "eighteen",
  "nineteen",
];
const TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const SCALES: readonly [number, string][] = [
  [1e6, "million"],
  [1000, "thousand"],
  [100, "hundred"],
];

/** A written number in English words: `35,000` is `thirty five thousand`, `2.5` is `two point five`. */
export function readEnglishNumber(written: string): string {
  const [whole = "0", digits] = written.replaceAll(",", "").replace("-", "").split(".");
  const fraction =
    digits === undefined
      ? ""
      : ` point ${Array.from(digits)
          .map((digit) => SMALL[Number(digit)] ?? "")
          .join(" ")}`;
  return `${written.startsWith("-") ? "minus " : ""}${readWhole(Number(whole))}${fraction}`;
}

function readWhole(value: number): string {
  for (const [scale, name] of SCALES) {
    if (value >= scale)
      return `${readWhole(Math.floor(value / scale))} ${name}${value % scale === 0 ? "" : ` ${readWhole(value % scale)}`}`;
  }
  if (value < 20) return SMALL[value] ?? "";
  return `${TENS[Math.floor(value / 10)] ?? ""}${value % 10 === 0 ? "" : ` ${SMALL[value % 10] ?? ""}`}`;
}

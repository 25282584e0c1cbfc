/** Numbers as people write and say them, rendered from their value: the other way round than the reader goes. */
export type Spoken = { north: boolean };

const DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
const digit = (value: number) => DIGITS[value] ?? "";

/** Up to 999, as said in the north (`linh`, `tư`, `mươi`) or the south (`lẻ`, `bốn`, `chục`). */
export function vietnameseHundreds(value: number, { north }: Spoken): string {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const words: string[] = [];
  if (hundreds > 0) words.push(digit(hundreds), "trăm");
  if (hundreds > 0 && tens === 0 && ones > 0) words.push(north ? "linh" : "lẻ");
  if (tens === 1) words.push("mười");
  if (tens > 1) words.push(digit(tens), north || ones > 0 ? "mươi" : "chục");
  if (ones > 0) words.push(onesWord(tens, ones, north));
  return words.join(" ");
}

function onesWord(tens: number, ones: number, north: boolean): string {
  if (ones === 5 && tens > 0) return "lăm";
  if (ones === 1 && tens > 1) return "mốt";
  return ones === 4 && tens > 1 && north ? "tư" : digit(ones);
}

/** Thousands of dong below a billion, in every form that growers use. */
export function dongForms(thousands: number): string[] {
  const dong = thousands * 1000;
  const spoken = [true, false].flatMap((north) => {
    const million = Math.floor(thousands / 1000);
    const rest = thousands % 1000;
    const head = million > 0 ? [`${vietnameseHundreds(million, { north })} triệu`] : [];
    const tail = rest > 0 ? [`${vietnameseHundreds(rest, { north })} ${north ? "nghìn" : "ngàn"}`] : [];
    return [[...head, ...tail].join(" ")];
  });
  return [
    `${grouped(dong, ".")}đ`,
    `${grouped(dong, ",")} đ`,
    `${grouped(dong, " ")} đồng`,
    `${grouped(dong, ".")} VNĐ`,
    ...written(thousands),
    ...spoken,
    ...short(thousands),
  ];
}

function written(thousands: number): string[] {
  if (thousands < 1000) return [`${thousands}k`, `${thousands} nghìn`, `${thousands} ngàn`, `${thousands}.000`.concat("đ")];
  const [million, rest] = [Math.floor(thousands / 1000), thousands % 1000];
  if (rest === 0) return [`${million}tr`, `${million} triệu`, `${million} củ`];
  const digits = String(rest).padStart(3, "0").replace(/0+$/, "");
  return [`${million}tr${digits}`, `${million},${digits} triệu`, `${million}.${digits}tr`, `${million} triệu ${rest} nghìn`];
}

/** What is said short: `hai lăm nghìn`, `trăm rưỡi nghìn`, `một triệu hai`, `triệu rưỡi`. */
function short(thousands: number): string[] {
  const forms: string[] = [];
  const [tens, ones] = [Math.floor(thousands / 10), thousands % 10];
  if (thousands > 20 && thousands < 100 && ones === 5) forms.push(`${digit(tens)} lăm nghìn`, `${digit(tens)} nhăm ngàn`);
  if (thousands > 20 && thousands < 30 && ones > 0) forms.push(`hăm ${onesWord(2, ones, false)} ngàn`);
  if (thousands > 100 && thousands < 1000 && thousands % 100 === 50) forms.push(`${digit(thousands / 100 - 0.5)} trăm rưỡi nghìn`);
  if (thousands > 1000 && thousands < 10_000 && thousands % 1000 === 500) forms.push(`${digit(Math.floor(thousands / 1000))} triệu rưỡi`);
  if (thousands > 1000 && thousands < 10_000 && thousands % 100 === 0 && thousands % 1000 > 100) {
    const [million, tenth] = [Math.floor(thousands / 1000), Math.floor(thousands / 100) % 10];
    forms.push(`${digit(million)} triệu ${digit(tenth)}`, `${million} triệu ${tenth}`, `${digit(million)} triệu ${digit(tenth)} trăm`);
  }
  return forms;
}

export function grouped(value: number, mark: string): string {
  return String(value).replace(/(?=(?:\d{3})+$)(?!^)/g, mark);
}

const SMALL =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
/** Up to 999 in English words. */
export function english(value: number): string {
  const [hundreds, rest] = [Math.floor(value / 100), value % 100];
  const below =
    rest < 20 ? (SMALL[rest] ?? "") : `${TENS[Math.floor(rest / 10)] ?? ""}${rest % 10 === 0 ? "" : `-${SMALL[rest % 10] ?? ""}`}`;
  if (hundreds === 0) return below;
  return `${SMALL[hundreds] ?? ""} hundred${rest === 0 ? "" : ` and ${below}`}`;
}

const KANJI = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
/** Up to 9999 in kanji. */
export function kanji(value: number): string {
  const place = (of: number, name: string) => (of === 0 ? "" : `${of === 1 ? "" : (KANJI[of] ?? "")}${name}`);
  const [thousands, hundreds, tens, ones] = [1000, 100, 10, 1].map((unit) => Math.floor(value / unit) % 10);
  return `${place(thousands ?? 0, "千")}${place(hundreds ?? 0, "百")}${place(tens ?? 0, "十")}${KANJI[ones ?? 0] ?? ""}`;
}

/** `１２`. */
export function fullWidth(value: number): string {
  return String(value).replace(/\d/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0));
}

/** Ways in which sellers say amounts aloud, and how recognisers write them down: for tests that speak. */
type Pick = <T>(items: readonly [T, ...T[]]) => T;

const DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
const digit = (value: number): string => DIGITS[value] ?? "";

/** Up to 999 in words, north and south: `hai trăm rưỡi`, `một trăm lẻ năm`, `bốn chục`. */
export function inWords(value: number, pick: Pick): string {
  const [hundreds, rest] = [Math.floor(value / 100), value % 100];
  if (hundreds === 0) return tensInWords(rest, pick);
  const head = `${digit(hundreds)} trăm`;
  if (rest === 0) return head;
  if (rest === 50) return pick([`${head} rưỡi`, `${head} năm mươi`, `${head} năm chục`]);
  if (rest < 10) return `${head} ${pick(["lẻ", "linh"])} ${digit(rest)}`;
  // `trăm hai` is a hundred and twenty.
  return rest % 10 === 0 && rest > 10
    ? pick([`${head} ${tensInWords(rest, pick)}`, `${head} ${tenth(rest / 10)}`])
    : `${head} ${tensInWords(rest, pick)}`;
}

function tensInWords(value: number, pick: Pick): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  if (tens === 0) return digit(ones);
  if (tens === 1) return ones === 0 ? pick(["mười", "một chục"]) : `mười ${ones === 5 ? "lăm" : digit(ones)}`;
  if (ones === 0) return pick([`${digit(tens)} mươi`, `${digit(tens)} chục`]);
  const short = { 2: "hăm", 3: "băm" }[tens];
  if (short !== undefined && pick([true, false])) return `${short} ${{ 1: "mốt", 5: pick(["lăm", "nhăm"]) }[ones] ?? digit(ones)}`;
  const last = { 1: "mốt", 4: pick(["tư", "bốn"]), 5: "lăm" }[ones] ?? digit(ones);
  return ones === 1 || ones === 5 ? pick([`${digit(tens)} mươi ${last}`, `${digit(tens)} ${last}`]) : `${digit(tens)} mươi ${last}`;
}

const tenth = (value: number): string => ({ 1: "mốt", 4: "tư", 5: "rưỡi" })[value] ?? digit(value);

/** A time of the clock: `bảy giờ rưỡi`, `bảy rưỡi`, `tám giờ kém mười`, `7 giờ 15`; the part of the day follows. */
export function sayClock(hour: number, minute: number, pick: Pick): string {
  const said = [`${inWords(hour, pick)} giờ ${inWords(minute, pick)}`, `${hour} giờ ${minute}`, `${hour}h${minute}`] as const;
  if (minute === 30) return pick([...said, `${inWords(hour, pick)} giờ rưỡi`, `${inWords(hour, pick)} rưỡi`, `${hour} giờ rưỡi`]);
  if (minute < 40) return pick(said);
  return pick([...said, `${inWords(hour + 1, pick)} giờ ${pick(["kém", "thiếu"])} ${inWords(60 - minute, pick)}`]);
}

/** A count: `hai chục`, `20`. */
export const sayCount = (value: number, pick: Pick): string => pick([inWords(value, pick), String(value)]);

/** Tenths with their unit: `một ký hai`, `ký rưỡi`, `nửa ký`, `1kg2`, `1,2 ký`. */
export function sayTenths(value: number, unit: string, pick: Pick): string {
  const [whole, tenths] = [Math.floor(value), Math.round((value % 1) * 10)];
  if (tenths === 0) return `${sayCount(whole, pick)} ${unit}`;
  const written = [`${whole},${tenths} ${unit}`, `${whole}.${tenths} ${unit}`, `${whole} phẩy ${tenths} ${unit}`] as const;
  const point = `${inWords(whole, pick)} phẩy ${digit(tenths)} ${unit}`;
  if (whole === 0) return tenths === 5 ? pick([`nửa ${unit}`, ...written]) : pick([point, ...written]);
  const mixed = [
    `${inWords(whole, pick)} ${unit} ${tenth(tenths)}`,
    `${whole} ${unit} ${tenths}`,
    `${whole} ${unit} ${tenth(tenths)}`,
  ] as const;
  return pick([point, ...written, ...mixed, whole === 1 ? `${unit} ${tenth(tenths)}` : mixed[0]]);
}

/** Money: `bốn mươi lăm ngàn`, `bốn lăm`, `45k`, `một triệu hai`, `1tr2`, `trăm rưỡi`. */
export function sayMoney(value: number, pick: Pick): string {
  const thousands = value / 1_000;
  const dotted = value.toLocaleString("vi-VN");
  if (thousands < 1_000) {
    const words = inWords(thousands, pick);
    return pick([`${words} ${pick(["ngàn", "nghìn"])}`, words, `${thousands}k`, `${thousands} ngàn`, `${dotted}đ`, `${words} ngàn đồng`]);
  }
  const [millions, tenths] = [Math.floor(thousands / 1_000), Math.round((thousands % 1_000) / 100)];
  if (tenths === 0) return pick([`${inWords(millions, pick)} triệu`, `${millions} triệu`, `${dotted} đồng`]);
  const words = `${inWords(millions, pick)} triệu ${tenth(tenths)}`;
  const whole = `${inWords(millions, pick)} triệu ${digit(tenths)} trăm ngàn`;
  return pick([words, whole, `${millions}tr${tenths}`, `${millions} triệu ${tenths}`, `${dotted} đồng`]);
}

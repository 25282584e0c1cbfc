/**
 * `110k/cặp 210k`: the stroke parts two prices, and the second is the pair's; `25k/hũ 280k/thùng` tells what each is for.
 * `stroke` ends in the unit, `behind` is what follows it.
 */
export function partsPrices(price: number, stroke: string, behind: string): boolean {
  if (WEIGHED.test(stroke)) return false;
  const { value = "", scale = "" } = NEXT_PRICE.exec(behind)?.groups ?? {};
  const next = Number(value.replace(",", ".")) * (/^(?:tr|tri|c)/iu.test(scale) ? 1e6 : 1e3);
  return next >= price * MORE;
}
const NEXT_PRICE = /^ (?<value>\d+(?:[.,]\d+)?) ?(?<scale>k|ngàn|ngan|nghìn|nghin|tr|triệu|trieu|củ)(?= ?(?:[,;.)\n]|$))/iu;
/** What holds more costs more; a lower price is another buyer's. */
const MORE = 1.5;
/** A kilo's price is a kilo's, whatever is asked next. */
const WEIGHED = /(?<!\p{L})(?:kg|ký|ky|kí|ki|cân|can|lít|lit|l|lạng|lang|yến|yen|tạ|ta|tấn|tan|mét|met|m)$/iu;

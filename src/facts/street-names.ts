import type { Folded } from "./fold.ts";
import { oncePerText } from "./once-per-text.ts";
import { eitherBare, type Span } from "./said.ts";

/** An address with a day of the year, a house's stroke or its number in it (`đường 3/2`, "Ba Thang Hai Street", `số 18 đường Lê Lợi`): no date, fraction or amount. */
export type StreetMention = Span & { quote: string; named: string };

/** The days that streets are called by, as they are said. */
const SPELLED: readonly (readonly [string, string])[] = [
  ["3/2", "(?:3|ba) tháng (?:2|hai)"],
  ["8/3", "(?:8|tám) tháng (?:3|ba)"],
  ["26/3", "(?:26|hai mươi sáu) tháng (?:3|ba)"],
  ["30/4", "(?:30|ba mươi) tháng (?:4|tư)"],
  ["1/5", "(?:1|một|mùng một) tháng (?:5|năm)"],
  ["19/5", "(?:19|mười chín) tháng (?:5|năm)"],
  ["27/7", "(?:27|hai mươi bảy) tháng (?:7|bảy)"],
  ["2/9", "(?:2|hai|mùng hai) tháng (?:9|chín)"],
  ["22/12", "(?:22|hai mươi hai) tháng (?:12|mười hai)"],
];
const SAID = SPELLED.map(([, said]) => eitherBare(said)).join("|");
const DAY = String.raw`\d{1,3}\s?/\s?\d{1,3}(?![\d/])`;
const NAMED = String.raw`(?:${DAY}|(?:${SAID})(?![\p{L}\d]))`;
const STREET = eitherBare("đường|phố|đại lộ|ngã tư|hẻm|ngõ|ngách|kiệt|số nhà");
/** Most texts name none. */
const ANY_STREET = new RegExp(`${STREET}|street|road|avenue|alley|lane|no\\.|通り|番地|号`, "u");
/** Of sugar, or on the road: `độ đường 11/12`, `đi đường 1/2 ngày`. */
const OTHER = eitherBare("độ|đi|nước|ít");
const MEASURED = eitherBare("kg|g|ký|lít|muỗng|thìa|ngày|tháng|giờ|tiếng");
const PATTERNS = [
  String.raw`(?<=(?<![\p{L}\p{M}])(?<!(?:${OTHER}) )(?:${STREET})(?: (?:số|so))? )(?:${NAMED}(?!\s*(?:${MEASURED})(?!\p{L}))|\d{1,2}-\d{1,2}(?=\s*(?:[,.;)\n]|$)))`,
  String.raw`(?<=(?<!\p{L})(?:street|road|avenue|alley|lane|no\.) )${NAMED}`,
  String.raw`(?<![\p{Script=Latin}\d/])${NAMED}(?=\s?(?:street|road|avenue|通り|番地|号))`,
  String.raw`\d{1,2}月\d{1,2}日(?=通り)`,
  // `số 18 đường Lê Lợi`, "at 18 Le Loi Street": a house.
  String.raw`(?<=(?<!\p{L})(?:số|so) (?:(?:nhà|nha) )?)\d{1,4}(?=[a-d]?,? (?:đường|duong|phố|pho|hẻm|hem|ngõ|ngo)(?!\p{L}))`,
  String.raw`(?<=(?<!\p{L})(?:at|number|no\.) )\d{1,4}(?=[a-d]? (?:(?!(?:on|along|in|of|from|the|off|down|by|near)(?!\p{L}))\p{L}+ ){1,4}(?:street|road|avenue|alley|lane)(?!\p{L}))`,
].map((source) => new RegExp(source, "gu"));

export const streetsIn: (light: Folded) => readonly StreetMention[] = oncePerText((light) =>
  (ANY_STREET.test(light.text) ? PATTERNS : []).flatMap((pattern) =>
    [...light.text.matchAll(pattern)].map((match) => ({
      ...light.span(match.index, match.index + match[0].length),
      named: nameOf(match[0]),
    })),
  ),
);

/** `3/2`, however it is written. */
function nameOf(said: string): string {
  const [first, second] = said.match(/\d+/gu) ?? [];
  if (first !== undefined && second !== undefined) return said.includes("月") ? `${second}/${first}` : `${Number(first)}/${Number(second)}`;
  return DAYS.find(([, pattern]) => pattern.test(said))?.[0] ?? said;
}
const DAYS = SPELLED.map(([named, said]) => [named, new RegExp(`^(?:${eitherBare(said)})$`, "u")] as const);

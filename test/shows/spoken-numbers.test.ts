import { expect, test } from "vitest";
import { LANGUAGES, type Language } from "#i18n/language.ts";
import { indexLines } from "#shows/index-lines.ts";
import { readNumberPlaces } from "#shows/number-places.ts";
import { scriptTexts } from "#shows/script-texts.ts";
import type { PreparedLine } from "#shows/show.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { inWords, sayClock, sayCount, sayMoney, sayTenths } from "./say-number.ts";

type Draw = { pick: <T>(items: readonly [T, ...T[]]) => T; between: (low: number, high: number) => number };
/** `values` are what a telling has, in its order; `told` writes them, `said` says them. */
type Pattern = {
  draw: (draw: Draw) => number[];
  said: (values: readonly number[], draw: Draw) => string;
  told: (written: readonly string[], draw: Draw) => Record<Language, string>;
  /** How the Vietnamese line writes its numbers, other than in digits. */
  vi?: (value: number, draw: Draw) => string;
};

const tenths = ({ between }: Draw, low: number, high: number) => between(low * 10, high * 10) / 10;
const upward = (values: number[]) => values.toSorted((left, right) => left - right);

const PATTERNS: Record<string, Pattern> = {
  "a range of weights": {
    draw: (draw) => upward([tenths(draw, 0.3, 4), tenths(draw, 0.5, 6)]),
    said: ([low = 0, high = 0], { pick }) => {
      const end = sayTenths(high, "ký", pick);
      const start = Number.isInteger(low) ? pick([sayCount(low, pick), sayTenths(low, "ký", pick)]) : sayTenths(low, "ký", pick);
      return `bưởi nhà em trái từ ${start} ${pick(["tới", "đến"])} ${end} cầm nặng tay lắm`;
    },
    told: ([low, high], { pick }) => ({
      vi: `Bưởi nhà em trái từ ${low} ${pick(["tới", "đến"])} ${high} ký, cầm nặng tay lắm.`,
      en: `Our pomelos weigh ${low} to ${high} kilos each, and you can feel the weight in your hand.`,
      ja: `うちの文旦は${low}〜${high}キロ、手に持つとずっしり重いです。`,
    }),
  },
  "weights with their units inside": {
    draw: (draw) => upward([draw.between(1, 3) + draw.between(1, 9) / 10, draw.between(3, 6) + draw.between(1, 9) / 10]),
    vi: (value, { pick }) => sayTenths(value, "ký", pick),
    said: ([low = 0, high = 0], { pick }) =>
      `con gà mái nặng ${sayTenths(low, "ký", pick)} còn gà trống thì nặng tới ${sayTenths(high, "ký", pick)} lận`,
    told: ([low, high]) => ({
      vi: `Con gà mái nặng ${low}, còn gà trống thì nặng tới ${high}.`,
      en: `The hen weighs ${low} kilos, and the rooster as much as ${high} kilos.`,
      ja: `めんどりは${low}キロ、おんどりは${high}キロもあります。`,
    }),
  },
  "a price for a litre and a half": {
    draw: (draw) => [tenths(draw, 0.5, 5), draw.between(20, 990) * 1_000],
    said: ([size = 0, price = 0], { pick }) =>
      `mật ong rừng can ${sayTenths(size, "lít", pick)} hôm nay em bán giá ${sayMoney(price, pick)}`,
    told: ([size, price]) => ({
      vi: `Mật ong rừng can ${size} lít hôm nay em bán giá ${price} đồng.`,
      en: `Forest honey in a ${size}-litre can is ${price} dong today.`,
      ja: `森の蜂蜜は今日、${size}リットル缶が${price}ドンです。`,
    }),
  },
  "a price per kilo": {
    draw: (draw) => [draw.pick([draw.between(15, 950) * 1_000, draw.between(10, 59) * 100_000])],
    said: ([price = 0], { pick }) =>
      `tôm khô loại lớn hôm nay ${sayMoney(price, pick)} ${pick(["một", "1", "mỗi"])} ${pick(["ký", "cân", "kg"])} nha`,
    told: ([price]) => ({
      vi: `Tôm khô loại lớn hôm nay ${price} đồng một ký.`,
      en: `Large dried shrimp are ${price} dong per kilo today.`,
      ja: `干しえびの大は今日、キロあたり${price}ドンです。`,
    }),
  },
  "a ticket for each": {
    draw: (draw) => [draw.pick([draw.between(15, 950) * 1_000, draw.between(10, 39) * 100_000])],
    said: ([price = 0], { pick }) =>
      `vé vào vườn hái trái ${sayMoney(price, pick)} ${pick(["một", "mỗi"])} người ${pick(["", "nha", "nghen mấy cưng"])}`,
    told: ([price]) => ({
      vi: `Vé vào vườn hái trái ${price} đồng một người.`,
      en: `Tickets to pick fruit in the orchard are ${price} dong each.`,
      ja: `果物狩りの入園料はおひとり${price}ドンです。`,
    }),
  },
  "a field and its trees": {
    draw: (draw) => [tenths(draw, 1, 9), draw.between(12, 95) * 10],
    said: ([hectares = 0, trees = 0], { pick }) =>
      `vườn em rộng ${sayTenths(hectares, "héc ta", pick)} trồng được ${sayCount(trees, pick)} gốc bưởi`,
    told: ([hectares, trees]) => ({
      vi: `Vườn em rộng ${hectares} héc ta, trồng được ${trees} gốc bưởi.`,
      en: `Our orchard is ${hectares} hectares with ${trees} pomelo trees.`,
      ja: `農園は${hectares}ヘクタール、文旦の木が${trees}本あります。`,
    }),
  },
  "a count of fruit": {
    draw: (draw) => [draw.between(21, 99)],
    said: ([count = 0], { pick }) =>
      `thùng này em xếp được ${pick([sayCount(count, pick), inWords(count, pick).replace(/ (?:mươi|chục)(?= )/u, "")])} trái không dập trái nào`,
    told: ([count]) => ({
      vi: `Thùng này em xếp được ${count} trái, không dập trái nào.`,
      en: `This box holds ${count} pomelos, with not one bruised.`,
      ja: `この箱には${count}玉入れました。傷みはありません。`,
    }),
  },
  "a time of the clock": {
    draw: ({ between, pick }) => [between(2, 10), pick([12, 15, 20, 30, 40, 45, 50])],
    said: ([hour = 0, minute = 0], { pick }) => `ghe chở hàng chạy lúc ${sayClock(hour, minute, pick)} sáng em gửi theo ghe đó`,
    told: ([hour, minute]) => ({
      vi: `Ghe chở hàng chạy lúc ${hour} giờ ${minute} sáng, em gửi theo ghe đó.`,
      en: `The boat with the goods leaves at ${hour}:${minute} in the morning, and yours go on it.`,
      ja: `荷物の舟は朝${hour}時${minute}分に出ます。ご注文の品を載せます。`,
    }),
  },
  "a range of prices": {
    draw: (draw) => upward([draw.between(20, 480) * 1_000, draw.between(500, 990) * 1_000]),
    said: ([low = 0, high = 0], { pick }) => `cá khô tùy loại giá từ ${sayMoney(low, pick)} tới ${sayMoney(high, pick)} một ký`,
    told: ([low, high]) => ({
      vi: `Cá khô tùy loại, giá từ ${low} tới ${high} đồng một ký.`,
      en: `Dried fish is ${low} to ${high} dong per kilo, depending on the kind.`,
      ja: `干し魚は種類により、キロあたり${low}〜${high}ドンです。`,
    }),
  },
  "a range of days": {
    draw: (draw) => upward([draw.between(2, 6), draw.between(5, 30)]),
    said: ([low = 0, high = 0], { pick }) =>
      `hàng gửi ra miền bắc thì ${sayCount(low, pick)} ${pick(["tới ", "đến ", high === low + 1 ? "" : "tới "])}${sayCount(high, pick)} ngày là nhận được`,
    told: ([low, high], { pick }) => ({
      vi: `Hàng gửi ra miền Bắc thì ${low}${pick([" tới ", "-"])}${high} ngày là nhận được.`,
      en: `Parcels to the North arrive in ${low} to ${high} days.`,
      ja: `北部へは${low}〜${high}日で届きます。`,
    }),
  },
  "an offer": {
    draw: ({ between }) => [between(2, 12), between(2, 9), between(2, 9)],
    said: ([bought = 0, given = 0, days = 0], { pick }) =>
      `mua từ ${sayCount(bought, pick)} ký ổi em tặng ${sayCount(given, pick)} hũ muối tôm trong ${sayCount(days, pick)} ngày thôi`,
    told: ([bought, given, days]) => ({
      vi: `Mua từ ${bought} ký ổi em tặng ${given} hũ muối tôm, trong ${days} ngày thôi.`,
      en: `Buy ${bought} kilos of guavas or more and I'll give you ${given} jars of chilli shrimp salt, for ${days} days only.`,
      ja: `グァバを${bought}キロ以上お買い上げで、エビ塩を${given}瓶差し上げます。${days}日間だけです。`,
    }),
  },
};

const weight = {
  id: "weight",
  vi: "Bưởi nhà em trái từ 1,2 tới 1,6 ký, cầm nặng tay lắm.",
  en: "Our pomelos weigh 1.2 to 1.6 kilos each, and you can feel the weight in your hand.",
  ja: "うちの文旦は1.2〜1.6キロ、手に持つとずっしり重いです。",
};
const weigh = (said: string) => sayTo([weight], `bưởi nhà em trái từ ${said} cầm nặng tay lắm`);

test.each([
  ["một ký hai tới một ký sáu", "1.2 to 1.6"],
  ["một ký rưỡi tới hai ký", "1.5 to 2"],
  ["ký mốt tới ký tư", "1.1 to 1.4"],
  ["một ký mốt đến 1 ký 9", "1.1 to 1.9"],
  ["nửa ký tới ký rưỡi", "0.5 to 1.5"],
  ["một rưỡi tới hai ký rưỡi", "1.5 to 2.5"],
  ["1kg2 tới 1kg6", "1.2 to 1.6"],
  ["1 phẩy 3 tới một phẩy tám ký", "1.3 to 1.8"],
  ["ba ký chín tới bốn ký hai", "3.9 to 4.2"],
])("%s is %s kilos", (said, told) => {
  expect(weigh(said)?.en).toBe(`Our pomelos weigh ${told} kilos each, and you can feel the weight in your hand.`);
});

test.each([
  ["another unit for both ends", "năm tới sáu lạng"],
  ["more than is read", "một ký lẻ hai tới hai ký"],
  ["a limit after the number", "một ký tới hai ký hơn"],
  ["one number for two", "một ký hai"],
  ["two or twenty", "hai tới ba chục ký"],
])("%s is not a hit: %s", (_, said) => {
  expect(weigh(said)).toBeUndefined();
});

test.each(["450 ngàn một chục", "bốn lăm ngàn nửa ký", "bốn lăm ngàn một trái", "năm đồng một ký"])(
  "a price is not taken for one per kilo: %s",
  (said) => {
    const line = { id: "price", vi: "Bưởi Năm Roi hôm nay 45.000 đồng một ký.", en: "Pomelos are 45,000 dong per kilo today." };
    expect(sayTo([line], `bưởi năm roi hôm nay ${said}`)).toBeUndefined();
  },
);

test("what a range leaves to its other end is said and written in full where it must", () => {
  const line = { id: "range", vi: "Cá khô giá từ 35-40 ngàn một gói.", en: "Dried fish is 35,000 to 40,000 dong a pack." };
  const told = sayTo([line], "cá khô giá từ bốn chục tới năm chục ngàn một gói");
  expect(told).toMatchObject({ vi: "Cá khô giá từ 40-50 ngàn một gói.", en: "Dried fish is 40,000 to 50,000 dong a pack." });
});

test("an interim that may go on with tenths waits, and the unit of a price does not", () => {
  const price = { id: "price", vi: "Bưởi hôm nay 45.000 đồng một ký.", en: "Pomelos are 45,000 dong per kilo today." };
  const hens = { id: "hens", vi: "Con gà mái nặng 2 ký.", en: "The hen weighs 2 kilos." };
  expect(sayTo([hens], "con gà mái nặng hai ký", false)).toBeUndefined();
  expect(sayTo([hens], "con gà mái nặng hai ký")?.en).toBe("The hen weighs 2 kilos.");
  expect(sayTo([price], "bưởi hôm nay bốn lăm ngàn một ký", false)?.en).toBe("Pomelos are 45,000 dong per kilo today.");
});

const LOCALES: Record<Language, string> = { vi: "vi-VN", en: "en-US", ja: "ja-JP" };
const RUNS = 150;
/** A share of what is said has to be found: a matcher that finds nothing is never wrong. */
const FOUND_MIN = 0.5;

test.each(Object.entries(PATTERNS))("%s is told with the numbers said, in every language, or not from the script", (name, pattern) => {
  const seed = Math.floor(Math.random() * 1e9);
  const random = seededRandom(seed);
  const draw: Draw = {
    pick: (items) => items[Math.floor(random() * items.length)] ?? items[0],
    between: (low, high) => low + Math.floor(random() * (high - low + 1)),
  };
  let [spoken, found] = [0, 0];
  for (let run = 0; run < RUNS; run += 1) {
    const prepared = pattern.draw(draw);
    const line = lineOf(pattern, prepared, draw);
    const now = pattern.draw(draw);
    if (new Set(prepared).size < prepared.length || new Set(now).size < now.length) continue;
    const text = pattern.said(now, draw);
    spoken += 1;
    const told = sayTo([line], text);
    if (told === undefined) continue;
    found += 1;
    const about = `${name}, seed ${seed}: "${text}" for "${line.vi}"`;
    for (const language of ["en", "ja"] as const) expect(numbersIn(told[language] ?? "", language), about).toEqual(now);
    expect(numbersIn(told.vi ?? "", "vi"), about).toEqual(now);
  }
  expect(found, `${name}, seed ${seed}`).toBeGreaterThan(FOUND_MIN * spoken);
});

function sayTo(lines: readonly PreparedLine[], text: string, final = true) {
  return scriptTexts({ index: indexLines(lines), next: 0, languages: LANGUAGES }, { text, final })?.texts;
}

function lineOf(pattern: Pattern, values: readonly number[], draw: Draw) {
  const written = (language: Language) => values.map((value) => value.toLocaleString(LOCALES[language], { maximumFractionDigits: 3 }));
  const vi = pattern.vi === undefined ? written("vi") : values.map((value) => pattern.vi?.(value, draw) ?? "");
  return { id: "line", vi: pattern.told(vi, draw).vi, en: pattern.told(written("en"), draw).en, ja: pattern.told(written("ja"), draw).ja };
}

/** The `một` of `một ký` is no number of a line. */
function numbersIn(text: string, language: Language): number[] {
  return readNumberPlaces(text, language).flatMap(({ value, spelled }) => (spelled && value === 1 ? [] : [value]));
}

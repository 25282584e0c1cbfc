import { foldText } from "#facts/fold.ts";
import type { Span } from "#facts/said.ts";
import type { Language } from "#i18n/language.ts";
import { sentencesOf, type Found, type Told } from "./ground.ts";
import { smallNumber, smallValue } from "./small-numbers.ts";

/** So many are bought, and so many come free; where each is said. */
type Gift = { bought: number; free: number; spans: Readonly<Record<"bought" | "free", Span>> };

/** Most texts give nothing away. */
const MAY_GIVE: Record<Language, RegExp> = {
  vi: /tặng|tang/u,
  en: /free|gift|bonus|get|on us|on the house/u,
  ja: /おまけ|プレゼント|サービス|無料|差し上げ|進呈|つき|付|おつけ/u,
};
const count = (name: string, language: Language) => `(?<${name}>${smallNumber(language)})`;
const KILO_VI = "(?:kg|kilo|ky|ki|can)(?!\\p{L})";
const KILO_EN = "(?:kg|kilos?|kilograms?)(?!\\p{L})";
const GIFTS: Record<Language, RegExp> = {
  vi: new RegExp(
    `(?<!\\p{L})(?:mua|lay|dat)(?: du| tu| moi| cu)? ${count("bought", "vi")}(?: (?!thi |la |duoc |tang )[\\p{L}\\d]+){0,3},?(?: (?:thi|la|duoc|em|shop|ben em|nha em)){0,2} tang(?: (?:them|kem|ngay|lien|luon)){0,2} ${count("free", "vi")}(?! ?(?:k|%|ngan|nghin|trieu|tram|g|kg|ml)(?!\\p{L}))`,
    "dgu",
  ),
  en: new RegExp(
    `(?<!\\p{L})(?:(?:buy|order|take|purchase|for every|with every) ${count("bought", "en")}(?: (?!and|get)[\\p{L}-]+){0,3},?(?: and| to)?(?: (?:you|we|i)(?:['’]ll)?)?(?: also)? (?:get|receive|give(?: you)?|add|throw in)(?: another| an extra)? ${count("free", "en")}(?! ?(?:%|kg|g|ml|percent|per cent)))`,
    "dgiu",
  ),
  ja: new RegExp(
    `${count("bought", "ja")}\\p{L}{0,3}?を?(?:ご|お)?(?:購入|買い?上げ|買[うえい]|まとめ買い|注文|ごと|につき)[^。\\d、]{0,6}、?(?:さらに|もう)?${count("free", "ja")}(?!割|[%％]|グラム|キロ|ミリ|リットル|k?g|ml|万|千|ドン)`,
    "dgu",
  ),
};

/** `10 ký tặng 1 ký`, "ten kilos bring you one more": kilos for kilos. */
const BY_THE_KILO: Record<Language, RegExp> = {
  vi: new RegExp(
    `${count("bought", "vi")} ?${KILO_VI},?(?: (?!\\d)\\p{L}+){0,3}? tang(?: (?:them|kem|ngay|lien|luon)){0,2} ${count("free", "vi")} ?${KILO_VI}`,
    "dgu",
  ),
  en: new RegExp(
    `(?<!\\p{L})${count("bought", "en")} ?${KILO_EN},?(?: (?:and|you|we|or|more|will|also|to)){0,4} (?:get|receive|bring|earn|add|give)s?(?: (?:you|another|an extra)){0,2} ${count("free", "en")} ?(?:${KILO_EN}|more|extra|free)`,
    "dgiu",
  ),
  ja: new RegExp(
    `${count("bought", "ja")}(?:キロ|kg)[^。\\d]{0,12}?、?(?:さらに|もう)?${count("free", "ja")}(?:キロ|kg)[をが]?(?:無料|おまけ|プレゼント|サービス|差し上げ|進呈|お付け)`,
    "dgu",
  ),
};

/** "Buy 10, get 1" of the notes' `mua 5 tặng 1, mua 10 tặng 3`: another gift than so many bring. */
export function strangeGifts({ text, language, light, ground, say }: Told): Found[] {
  if (!MAY_GIVE[language].test(light.text)) return [];
  const held = giftsIn(ground.notes, "vi");
  if (held.length === 0) return [];
  const told = giftsIn(light.text, language);
  const strange = told.filter(({ bought, free }) => !held.some((one) => free * one.bought === one.free * bought));
  const few = told.length > 0 ? [] : boughtIn(light.text, language).filter(({ bought }) => !isBoughtThere(bought, held, ground));
  return [...strange, ...few].map((gift): Found => {
    const own = held.find(({ bought }) => bought === gift.bought) ?? held[0];
    const wrong = gift.spans[own?.free === gift.free ? "bought" : "free"];
    const { start, end } = light.span(wrong.start, wrong.end);
    const quote = text.slice(start, end);
    return {
      kind: "number",
      start,
      end,
      message: say("numberNear", { quote, held: ground.notes.slice(own?.from, own?.spans.free.end) }),
    };
  });
}

/** "A pair comes free when you buy three mats": how many are to be bought, wherever the gift is told. */
const BOUGHT: Record<Language, { given: RegExp; bought: RegExp }> = {
  vi: {
    given: /(?<!\p{L})tang(?!\p{L})/u,
    bought: new RegExp(
      `(?<!\\p{L})(?:mua|lay|dat|chot)(?: du| tu| moi| cu)? ${count("bought", "vi")}(?! ?(?:k|%|ngan|nghin|trieu)(?!\\p{L}))`,
      "dgu",
    ),
  },
  en: {
    given: /(?<![\p{L}-])(?:free(?! (?:delivery|shipping|of|from))|gift|bonus|on (?:us|the house))(?!\p{L})/u,
    bought: new RegExp(`(?<!\\p{L})(?:buy|order|purchase|every) ${count("bought", "en")}(?! ?(?:%|vnd|dong|million|percent))`, "dgu"),
  },
  ja: {
    given: /おまけ|プレゼント|サービス|差し上げ|進呈|お?[つ付]け(?:し|いた)/u,
    bought: new RegExp(
      `${count("bought", "ja")}[個本枚瓶箱袋つ缶束羽組]?(?:以上)?を?(?:ご|お)?(?:購入|買い?上げ|買[うえい]|求め|注文|ごと)`,
      "dgu",
    ),
  },
};

function boughtIn(light: string, language: Language): Gift[] {
  const text = language === "vi" ? foldText(light) : light;
  const { given, bought } = BOUGHT[language];
  return sentencesOf(text).flatMap((sentence) => {
    const said = text.slice(sentence.start, sentence.end);
    if (!given.test(said)) return [];
    return [...said.matchAll(bought)].map((match) => {
      const [from = 0, to = 0] = match.indices?.groups?.["bought"] ?? [];
      const many = smallValue(match.groups?.["bought"] ?? "", language);
      const span = { start: sentence.start + from, end: sentence.start + to };
      return { bought: many, free: 0, spans: { bought: span, free: span } };
    });
  });
}

function isBoughtThere(many: number, gifts: readonly Gift[], { amounts }: Told["ground"]): boolean {
  if (gifts.some(({ bought, free }) => many % bought === 0 || many === free)) return true;
  return amounts.some(
    ({ dimension, quote, min, max }) =>
      QUANTITIES.has(dimension) && min <= many && many <= max && /\d/u.test(quote) && quote.includes(String(many)),
  );
}
const QUANTITIES = new Set(["count", "none", "mass"]);

function giftsIn(light: string, language: Language): (Gift & { from: number })[] {
  const text = language === "vi" ? foldText(light) : light;
  const matches = [GIFTS[language], BY_THE_KILO[language]].flatMap((pattern) => [...text.matchAll(pattern)]);
  return matches.flatMap(({ index, groups, indices }) => {
    const spans = { bought: spanOf(indices?.groups?.["bought"]), free: spanOf(indices?.groups?.["free"]) };
    const [bought, free] = [groups?.["bought"], groups?.["free"]].map((said) => smallValue((said ?? "").toLowerCase(), language));
    return [{ bought: bought ?? 0, free: free ?? 0, spans, from: index }];
  });
}

function spanOf([start, end]: readonly [number, number] | readonly [] = []): Span {
  return { start: start ?? 0, end: end ?? 0 };
}

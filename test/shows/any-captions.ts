import fc from "fast-check";
import type { Language } from "#i18n/language.ts";
import { LAYOUT_NAMES } from "#shows/lay-out-lines.ts";

/** Captions of all kinds, for properties that hold of every one. */
export const NAMES = { vi: ["Mỹ Xương", "thùng xốp"], en: ["foam box", "Ut Hau"], ja: ["発泡スチロール箱", "ウット・ハウ", "Ri6ドリアン"] };
export const KNOWN: Record<Language, readonly string[]> = {
  vi: ["Lục Ngạn", "Bắc Giang"],
  en: ["Luc Ngan", "Dak Lak"],
  ja: ["ルックガン"],
};
const WORDS: Record<Language, readonly string[]> = {
  ja: [
    ...NAMES.ja,
    ..."今日の 価格は キロあたり 35,000ドン です。 10キロ入り ジューシー ルックガン ティエウライチ 「甘い」 みなさん、".split(" "),
    ..."95,000ドン 50％ とても ちょっと 。 ！ 500グラム VietGAP （税込み） 22万5千ドン 2〜4キロ 1日2回 糖度19度 ¥1,200 ばっちり しゃきしゃき".split(
      " ",
    ),
  ],
  en: [
    ...NAMES.en,
    ..."and the of an 150 kilos 35,000 dong per lychees. twenty-five $10 10% fresh, wonderful Luc Ngan Dak Lak I'll it's".split(" "),
  ],
  vi: [
    ...NAMES.vi,
    ..."giá hôm nay 35.000 đồng một cân, vườn nghiêng Lục Ngạn Bắc Giang 150 cân ba mươi lăm nghìn nhé! cả nhà ơi 35k 10%".split(" "),
  ],
};
export const languages = fc.constantFrom("vi" as const, "en" as const, "ja" as const);
export const layouts = fc.constantFrom(...LAYOUT_NAMES);
export const captions = languages.chain((language) =>
  fc.record({
    language: fc.constant(language),
    layout: layouts,
    text: fc
      .array(fc.constantFrom(...WORDS[language]), { minLength: 1, maxLength: 24 })
      .map((words) => (language === "ja" ? `みなさん${words.join("")}` : words.join(" "))),
  }),
);
export const glue = (language: Language) => (language === "ja" ? "" : " ");

import type { Language } from "#i18n/language.ts";
import { NOTES } from "../demo/lychee.ts";
import type { Words } from "./walk.ts";

const GROWER = {
  notes: NOTES,
  answer: "lấy ít nhất 2 thùng ạ",
  edit: "Em chào cả nhà, hôm nay em kể chuyện vườn vải Thanh Hà của bố mẹ em nhé!",
  spoken: "em vừa mới hái xong đây ạ",
};

/** What is said on the way, by the language of the buyer. */
export const WORDS: Record<Language, Words> = {
  vi: { ...GROWER, buyer: "Chị Lan", question: "Ship vào Sài Gòn mấy ngày thì tới vậy em?", reply: "Dạ 2-3 ngày là tới chị ạ." },
  en: { ...GROWER, buyer: "Emma", question: "Do you still have some?", reply: "Dạ còn hàng ạ." },
  ja: { ...GROWER, buyer: "Yuki", question: "まだありますか？", reply: "Dạ còn hàng ạ." },
};

import { lightText } from "#facts/fold.ts";
import type { Span } from "#facts/said.ts";
import type { Language } from "#i18n/language.ts";
import { sentencesOf, type Told } from "./ground.ts";

/** `nấu ít nước hơn gạo thường`, "boil them a little longer than other noodles": how to cook it, no praise of the goods. */
export function isCookingAdvice({ text, language }: Told, { start, end }: Span): boolean {
  const sentence = sentencesOf(text).find((one) => one.start <= start && start < one.end);
  if (sentence === undefined) return false;
  const { compared, cooked, ownWork } = ADVICE[language];
  const before = lightText(text.slice(sentence.start, start));
  return (
    compared.test(lightText(text.slice(start, end))) &&
    cooked.test(before.slice(-COOKED_REACH)) &&
    before.search(ownWork) === -1 &&
    !OTHER_SELLERS.test(lightText(text.slice(end - OTHERS_BACK, end + OTHERS_AHEAD)))
  );
}
const COOKED_REACH = 48;
const OTHERS_BACK = 5;
const OTHERS_AHEAD = 24;
/** Compared with them it is praise all the same. */
const OTHER_SELLERS = /hàng|chỗ|nơi|shop|siêu thị|other (?:makers|sellers|farms|brands|shops|families)/u;

const ADVICE: Record<Language, { compared: RegExp; cooked: RegExp; ownWork: RegExp }> = {
  vi: {
    compared: /^(?:(?:ít|nhiều) (?:nước|muối|đường|dầu|mỡ|sữa|đá|gia vị|nước mắm)|lâu|kỹ) hơn/u,
    cooked:
      /(?<!\p{L})(?:nấu|luộc|đồ|đổ|hấp|hầm|nêm|pha|chế|ngâm|ninh|trụng|vo|rửa|chan|chiên|(?:nên|nhớ|hãy|chỉ cần|khi nấu) (?:cho|bỏ|dùng|để))(?: (?!thành|từ)\p{L}+){0,2} $/u,
    ownWork: /(?<!\p{L})(?:(?:nhà|bên|tụi|vườn|lò|xưởng|mẻ) \p{L}+|được|tui|tôi)(?!\p{L})/u,
  },
  en: {
    compared: /^(?:(?:less|more) (?:water|salt|sugar|oil|liquid|milk|heat|broth|time)|longer) than/u,
    cooked:
      /(?:^\s*|[,;:(]\s*|(?<!\p{L})(?:and|then|but|just|please|to) )(?:use|add|cook|boil|simmer|steam|soak|pour|brew|steep|infuse|blanch|fry|roast|bake|stew|braise)(?: (?:it|them|with|in|for|(?:the|this|these)(?: first| second| last)? \p{L}+))*(?: (?:a|little|bit|touch|slightly|just|somewhat))* $/u,
    ownWork: /(?<!\p{L})(?:we|our|us|my|is|are|was|were)(?!\p{L})/u,
  },
  ja: { compared: /(?!)/u, cooked: /(?!)/u, ownWork: /(?!)/u },
};

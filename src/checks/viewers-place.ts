import { lightText } from "#facts/fold.ts";
import { eitherBare, type Span } from "#facts/said.ts";
import type { Language } from "#i18n/language.ts";
import { sentencesOf, type Told } from "./ground.ts";

/** Whom the words before a place, or in Japanese behind it, speak of. */
const OF_VIEWERS: Record<Language, { before: RegExp; after: RegExp }> = {
  vi: {
    before: new RegExp(
      `(?<!\\p{L})(?:${eitherBare("ai|bạn|anh chị|bà con|cô bác|cả nhà|mọi người|khán giả|mấy chế|hội")})(?: (?:${eitherBare("nào|em|đó|là|ở|quê|người|dân|từ|đang|xem|coi|live|tại|gốc|bên|vùng|xứ|có")})){1,5} $`,
      "u",
    ),
    after: /^/u,
  },
  en: {
    before:
      /(?<!\p{L})(?:any(?:one|body)|who(?:['’]s| is| else)?|every(?:one|body)|viewers?|friends|folks|people|those|you)(?: (?:else|here|is|are|of|you|there|watching|tuning in|joining(?: us)?|all|out|with us|live|today|tonight)){0,4} (?:from|in|near|around) $/u,
    after: /^/u,
  },
  ja: {
    before: /(?:)/u,
    after:
      /^(?:(?:省|市|県|郡|区|村|町)?(?:の?(?:ご)?出身|在住|に(?:お住まい|住んで(?:いる|る))|から(?:ご覧|ご視聴|見て|観て|ご参加)(?:の|くださ(?:る|っている)|いる|いただいている)?|(?:の)?近く))?の?(?:方|人|みなさ[んま]|皆さ[んま]|皆様|お客[様さ]ま?)/u,
  },
};
/** The sentence asks who is there, or greets them. */
const ASKS: Record<Language, RegExp> = {
  vi: new RegExp(`\\?|(?<!\\p{L})(?:${eitherBare("~không|xem|coi|điểm danh|giơ tay|~chào|~hú|hello|bình luận|comment")})(?!\\p{L})`, "u"),
  en: /\?|(?<!\p{L})(?:watching|tuning in|joining|hello|hi|welcome|greetings|shout ?out|say hi|wave|comments?)(?!\p{L})/u,
  ja: /[？?]|いらっしゃいま|いますか|ご覧|ご視聴|見て|コメント|こんにちは|こんばんは|ようこそ/u,
};
const REACH = 60;

/** True of a place where viewers are asked to speak up: "Anyone from Pleiku watching?", フエ出身の方. No goods are from there. */
export function isViewersPlace({ text, language }: Pick<Told, "text" | "language">, { start, end }: Span): boolean {
  const { before, after } = OF_VIEWERS[language];
  if (!before.test(lightText(text.slice(Math.max(0, start - REACH), start))) || !after.test(lightText(text.slice(end, end + REACH))))
    return false;
  const sentence = sentencesOf(text).find((span) => span.start <= start && end <= span.end);
  return sentence !== undefined && ASKS[language].test(lightText(text.slice(sentence.start, sentence.end)));
}

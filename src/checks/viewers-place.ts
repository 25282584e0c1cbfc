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
/** One viewer: only beside the words that ask, greet or call; `chị ở Cà Mau phơi cá này` is the grower's. */
const ONE_WHO_ASKS: Record<Language, { before: RegExp; after: RegExp; greeted: RegExp }> = {
  vi: {
    before: new RegExp(
      `(?<!\\p{L})(?:${eitherBare("anh|chị|em|cô|chú|bác|dì|cậu|ông|bà|bạn|khách|ai")})(?: \\p{L}+){0,3}? (?:${eitherBare("ở|bên|từ|dưới|trên|ngoài|trong|tại|quê")}) $`,
      "u",
    ),
    after: new RegExp(
      `^(?: (?:${eitherBare("vừa|mới|đang|có|cũng|lại|đó|nè|thì|cứ|cần")}))* (?:${eitherBare("hỏi|nhắn|vào xem|vô xem|ghé xem|xem|coi|bình luận|comment|thắc mắc|muốn (?:mua|biết|hỏi|đặt)|ơi")})(?!\\p{L})`,
      "u",
    ),
    greeted: new RegExp(`(?<!\\p{L})(?:${eitherBare("~chào|hello|cảm ơn")})(?: \\p{L}+){1,5}? (?:${eitherBare("ở|bên|từ")}) $`, "u"),
  },
  en: {
    before:
      /(?<!\p{L})(?:some(?:one|body)|viewer|lady|gentleman|man|woman|friend|caller|one of you|(?:mr|mrs|ms|sister|brother)\.? \p{L}+)(?: (?:here|out there|over|up|down|watching))? (?:from|in) $/u,
    after:
      /^,?(?: (?:who|just|has|is|was|also))* (?:asks?|asked|asking|wonders?|wondering|wants? to (?:know|ask)|wrote|writes|typed|says? hello|joins|joined|messages?|messaged|watching)(?!\p{L})/u,
    greeted: /(?<!\p{L})(?:hello|hi|welcome|greetings|thank you)(?: \p{L}+){1,5} (?:in|from) $/u,
  },
  ja: {
    before: /(?:)/u,
    after:
      /^(?:省|市|県)?(?:の|に(?:お住まい|住む|いらっしゃる)の?|在住の|から(?:ご覧|ご視聴)の)(?:方|お客様|視聴者さん|視聴者の方|皆さん)(?:から|より|に|が)?[^。、]{0,6}(?:、[^。、]{0,6})?(?:(?:の)?ご?質問|(?:の)?お尋ね|(?:の)?お問い合わせ|(?:の)?コメント|聞かれ)/u,
    greeted: /(?!)/u,
  },
};

function isOneWhoAsks(language: Language, before: string, after: string): boolean {
  const one = ONE_WHO_ASKS[language];
  return (one.before.test(before) && one.after.test(after)) || one.greeted.test(before);
}

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
  const [left, right] = [lightText(text.slice(Math.max(0, start - REACH), start)), lightText(text.slice(end, end + REACH))];
  if (isOneWhoAsks(language, left, right)) return true;
  if (!before.test(left) || !after.test(right)) return false;
  const sentence = sentencesOf(text).find((span) => span.start <= start && end <= span.end);
  return sentence !== undefined && ASKS[language].test(lightText(text.slice(sentence.start, sentence.end)));
}

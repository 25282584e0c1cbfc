import { lightText } from "#facts/fold.ts";
import type { Span } from "#facts/said.ts";
import { isAnsweredNo } from "./answered-no.ts";
import type { Told } from "./ground.ts";

const BEFORE = {
  vi: /(?<!\p{L})(?:chưa|không|chẳng|hổng|đừng)(?! (?:hạt|gai|vỏ|xương|hết thì)(?!\p{L}))(?: (?!chỉ)(?:có|được|phải|hề|dám|nhận|phải là|đạt|xin|làm|giấy|chứng|là|hàng|thể|\p{L}+)){0,4} $/u,
  en: /(?<!\p{L})(?:no|not|nobody|nothing|without|never|neither|nor|cannot|\p{L}+n['’]t|yet to be)(?: (?!only)[\p{L}-]+){0,3}[ -]$/u,
  ja: /(?!)/u,
} as const;
const AFTER = {
  vi: /^(?: \p{L}+){0,4} (?:thì )?(?:chưa|không)(?: có)?(?=[.,;!]|$| (?:có|nhận|làm|xong|[–—-]))|^[:?] ?(?:dạ )?chưa(?: (?:có|được|đạt|làm|xong))?(?: (?:đâu|ạ|nha|nhé|nghen))*(?=[.,!]|$)/u,
  en: /^(?: (?:certificat\p{L}+|papers?|approval|documents?))? (?:(?:is|are|was|has|have) not|isn['’]t|aren['’]t|hasn['’]t|haven['’]t)(?: |$)|^[:?] ?(?:not yet|no)(?!\p{L})|^, not yet(?=[.,;!]|$| (?:and|but|though|[–—-]))|^, we (?:do not|don['’]t) (?:yet )?(?:have|hold) (?:it|one|that)(?!\p{L})/u,
  ja: /^(?:ない|なかっ|ず(?!っと|つ))|^[^。、！？]{0,12}?(?:(?<!かもしれ)ません|何でもな|でもな|ていない|ではな|はな[いし]|なし(?!に)|(?:使わ|用い|加え|施さ|行わ|(?<=を|は)せ)(?:ず|ない)|まだ|未取得|未登録|未認証|未対応|取得前|できかね|対象外)/u,
} as const;

/** What follows may tell of it or of something else: only where it was asked about, or is what the sentence is on, is it this that is denied. */
const ASKED = {
  vi: /(?<!\p{L})(?:hỏi|thắc mắc|riêng|còn|chuyện|về)(?: \p{L}+){0,4} $/u,
  en: /(?<!\p{L})(?:ask(?:s|ed|ing)?(?: [\p{L}-]+){0,3} (?:about|for|if|whether)|as for|as to|regarding|when it comes to|about)(?: [\p{L}-]+){0,4} $/u,
  ja: /(?:)/u,
} as const;
const THEN_DENIED = {
  vi: /^(?: (?:thì|chưa|không|giấy|gì|không ạ|chứng nhận))*[,.?!:;]? (?:(?:dạ|thưa|ạ|nói|thiệt|thật|thực|lòng|là|thì|xin|em|con|cháu|tui|tôi|mình|bên|nhà|vườn|làng|xưởng|lò|tổ|cơ sở|htx|hợp tác xã|bọn|tụi|chúng|ra|tình|tỉnh|huyện|xã|mới|chấm|xét|nộp|hồ sơ|vẫn|hiện|nay|giờ|chính|hàng),? ){0,8}(?:chưa|không|hổng|hông|chẳng)(?: (?:có|làm|được|đạt|xin|lấy|đăng ký|kịp|dám nói))+(?: (?:đâu|mô|ạ|nha|nhé|nghen|hỉ|cái đó|giấy|này|đó|ấy|gì|hết|bà con|cả nhà|các bác))*(?= *(?:[.,;!]|$)| (?:nên|nhưng|mà)(?!\p{L}))/u,
  en: /^[^.,:;?!]{0,12}[.,:;?!–—-]+ ?(?:(?:honestly|to be honest|in all honesty|truth be told|frankly|well|sorry|no|and|but|so far)[,:]? )*(?:(?:we|i|they|it|our \p{L}+|the \p{L}+) (?:(?:\p{L}+ )?(?:do|have|has|are|is) not|(?:\p{L}+ )?(?:don|haven|hasn|aren|isn)['’]t)(?: yet| currently)?(?: (?:have|hold|got|earned|applied|certified|there|been|for|it|one|that|any|yet))+|not yet|not so far)(?= *(?:[.,;!]|$)| (?:and|so|but)(?!\p{L}))/u,
  ja: /^[^。！？、]{0,6}?(?:について|に関し|のこと|のご質問|のお問い合わせ|のお尋ね|の有無|はどうか|を(?:聞かれ|尋ねられ)|かどうか)[^。！？]{0,40}?(?:まだ(?:取得|認証|認定|持|あり|受け)[^。、]{0,8}(?:ません|ない)|(?:取得|認証|認定)[をは]?(?:受けて|して|できて)(?:い|お)り?ません|未取得|(?<!(?:問題|心配|間違い)は?)(?:ございません|ありません)|持って(?:い|お)り?ません)/u,
} as const;
const THEN_REACH = 90;

/** Not known yet: "I don't know whether we can …", `để em hỏi lại xem có … không`. */
const UNKNOWN = {
  vi: /(?<!\p{L})(?:hỏi|kiểm tra|tìm hiểu)(?: \p{L}+){0,5} (?:xem|coi)(?: (?:có|liệu|bên|em|mình|nhà|được|là))* $/u,
  en: /(?<!\p{L})(?:(?:not|\p{L}+n['’]t)(?: yet)? (?:know|sure|certain|say|tell)(?: yet)?|(?:check|ask|find out|see)(?: [\p{L}-]+){0,5}) (?:if|whether)(?: (?:we|i|they|it|he|she|you|can|could|may|is|are|also|even)){1,4} $/u,
  ja: /(?!)/u,
} as const;
/** 発送できるかどうか確認いたします. */
const UNKNOWN_BEHIND =
  /^[^。！？「」]{0,8}?(?:できる|られる|る)か(?:どうか)?(?:は|を|、)?[^。！？]{0,24}(?:確認|確かめ|分か|わか|尋ね|たずね|問い合わせ|調べ)/u;

/** True where the text says that it is not so: "not GlobalGAP certified yet", 輸出はしていません. */
export function isDenied(told: Told, { start, end }: Span): boolean {
  const before = lightText(told.text.slice(Math.max(0, start - 40), start));
  const after = lightText(told.text.slice(end, end + 36));
  return (
    (BEFORE[told.language].test(before) && !isGoneOn(told, before, start)) ||
    AFTER[told.language].test(after) ||
    isAskedAndDenied(told, before, end) ||
    isAnsweredNo(told, { start, end }) ||
    isUnknown(told, { start, end })
  );
}

/** "Without additives and certified …": what is done is none of what is left out. */
function isGoneOn({ text, language }: Told, before: string, start: number): boolean {
  return language === "en" && LEFT_OUT_AND.test(before) && DONE.test(text.slice(start, start + DONE_MAX));
}
const LEFT_OUT_AND = /(?<!\p{L})(?:no|without)(?: (?:added|any))? (?!\p{L}+ed )[\p{L}-]+ and (?:is |are )?$/u;
const DONE = /^(?:certified|accredited|tested|approved|guaranteed|recogni[sz]ed|inspected|awarded)(?!\p{L})/iu;
const DONE_MAX = 16;

/** "GlobalGAP, you ask? No, not so far." */
function isAskedAndDenied({ text, language }: Told, before: string, end: number): boolean {
  const after = lightText(text.slice(end, end + THEN_REACH));
  return (ASKED[language].test(before) || after.startsWith(" thì ")) && THEN_DENIED[language].test(after);
}

function isUnknown({ text, language }: Told, { start, end }: Span): boolean {
  return (
    UNKNOWN[language].test(lightText(text.slice(Math.max(0, start - 80), start))) ||
    (language === "ja" && UNKNOWN_BEHIND.test(lightText(text.slice(end, end + 64))))
  );
}

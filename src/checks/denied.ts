import { lightText } from "#facts/fold.ts";
import type { Span } from "#facts/said.ts";
import { isAnsweredNo } from "./answered-no.ts";
import type { Told } from "./ground.ts";

const BEFORE = {
  vi: /(?<!\p{L})(?:chưa|không|chẳng|hổng|đừng)(?! (?:hạt|gai|vỏ|xương)(?!\p{L}))(?: (?!chỉ)(?:có|được|phải|hề|dám|nhận|phải là|đạt|xin|làm|giấy|chứng|là|hàng|thể|\p{L}+)){0,4} $/u,
  en: /(?<!\p{L})(?:no|not|nobody|nothing|without|never|neither|nor|cannot|can['’]t|don['’]t|doesn['’]t|isn['’]t|aren['’]t|hasn['’]t|haven['’]t|yet to be)(?: (?!only)[\p{L}-]+){0,3}[ -]$/u,
  ja: /(?!)/u,
} as const;
const AFTER = {
  vi: /^(?: \p{L}+){0,4} (?:thì )?(?:chưa|không)(?: có)?(?=[.,!]|$| (?:có|nhận|làm))|^[:?] ?(?:dạ )?chưa(?: (?:có|được|đạt|làm|xong))?(?: (?:đâu|ạ|nha|nhé|nghen))*(?=[.,!]|$)/u,
  en: /^(?: (?:certificat\p{L}+|papers?|approval|documents?))? (?:(?:is|are|was|has|have) not|isn['’]t|aren['’]t|hasn['’]t|haven['’]t)(?: |$)|^[:?] ?(?:not yet|no)(?!\p{L})|^, we (?:do not|don['’]t) (?:yet )?(?:have|hold) (?:it|one|that)(?!\p{L})/u,
  ja: /^[^。、！？]{0,12}?(?:ません|何でもな|でもな|ていない|ではな|はな[いし]|なし(?!に)|(?:使わ|用い|加え)(?:ず|ない)|まだ|未取得|取得前|できかね|対象外)/u,
} as const;

/** True where the text says that it is not so: "not GlobalGAP certified yet", 輸出はしていません. */
export function isDenied(told: Told, { start, end }: Span): boolean {
  const before = lightText(told.text.slice(Math.max(0, start - 40), start));
  const after = lightText(told.text.slice(end, end + 36));
  return BEFORE[told.language].test(before) || AFTER[told.language].test(after) || isAnsweredNo(told, { start, end });
}

import type { Folded } from "./fold.ts";
import { said } from "./said.ts";

/** What a unit in a hurry, or one of two meanings, is in full, told by what stands before its number; looked at only behind digits. */
const IN_FULL: Record<string, { word: string; behind: RegExp }> = {
  // `hsd 6 th`, `ủ 12th`: months; elsewhere `2 th` may be boxes.
  th: {
    word: "tháng",
    behind: before(
      "(?:hsd|hạn|(?:muối|ngâm|ủ|chượp|lu|chum|vại|khạp|hũ)[^.;\\n\\d]{0,16} để|date|bảo quản|~ủ|u|ngâm|chượp|hạ thổ|bảo hành|ươm|~sau|(?:ngăn|tủ|để|kho) (?:đá|đông|mát|lạnh)|(?:để|giữ|trữ|dùng|xài|ăn)(?: \\p{L}+){0,2} (?:được|dc|đc))(?: (?:dùng|sử dụng|xài|là|được|dc|đc|tới|đến|từ|khoảng|tầm|chượp|chum|thùng|lu|khạp|hơn))*",
    ),
  },
  // `bộ 4 ly`, `1 ấm 6 ly`: glasses; elsewhere so many millimetres.
  ly: {
    word: "cái",
    behind: before("(?:(?:bộ|set|combo|hộp|lốc)(?: \\p{L}+){0,4}|(?:ấm|bình|khay|dĩa|đĩa)(?: \\p{L}+)?)(?: (?:và|với|kèm|gồm|có))?"),
  },
};

function before(words: string): RegExp {
  return new RegExp(String.raw`${said(words).source}\s*[:,+]?\s*(?:\d{1,2}\s?[-–]\s?)?$`, "u");
}

/** The word that a number's unit at an offset stands for, in Vietnamese. */
export function unitInFull({ text }: Folded, word: string, number: number): string {
  const known = Object.hasOwn(IN_FULL, word) ? IN_FULL[word] : undefined;
  return known?.behind.test(text.slice(Math.max(0, number - REACH), number)) === true ? known.word : word;
}
const REACH = 40;

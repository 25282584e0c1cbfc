import type { Folded } from "./fold.ts";
import { said } from "./said.ts";

/** What a unit in a hurry, or one of two meanings, is in full, told by what stands before its number; looked at only behind digits. */
const IN_FULL: Record<string, { word: string; behind: RegExp }> = {
  // `hsd 6 th`, `ủ 12th`: months; elsewhere `2 th` may be boxes.
  th: {
    word: "tháng",
    behind: before(
      "(?:hsd|hạn|date|bảo quản|~ủ|u|ngâm|chượp|hạ thổ|bảo hành|ươm|~sau|(?:ngăn|tủ|kho) (?:đá|đông|mát|lạnh)|(?:muối|lu|chum|vại|khạp|hũ)[^.;\\n\\d]{0,16} để)(?: \\p{L}+){0,4}|(?:để|giữ|trữ|cất|dùng|xài|ăn)(?: (?!dành|giùm|dùm|lại|cho (?:chị|anh|em|mình|cô|chú|khách|tui)|chị|anh|em|mình|đơn|riêng|hàng|thùng)\\p{L}+){1,4}",
    ),
  },
  // `bộ 4 ly`, `1 ấm 6 ly`: glasses; elsewhere so many millimetres.
  ly: {
    word: "cái",
    behind: before(
      "(?:(?:bộ|set|combo|hộp|lốc|ấm|bình|khay|dĩa|đĩa)(?: (?:ấm|chén|tách|bình|khay|trà|rượu|uống|nước|cà phê|gốm|sứ|tre|quà|men|thủy tinh|vẽ tay|lớn|nhỏ|to|và|với|kèm|gồm|có)){0,4})",
    ),
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

import { eitherBare, WORD_START } from "./said.ts";

/** `ai cũng tưởng Bảo Lộc`, `đừng nhầm với Lý Sơn`; without its marks and alone, `tuong` is a sauce, `lam` half a place and `lam o` made there. */
const TAKEN_FOR = new RegExp(
  `${WORD_START}(?:${eitherBare("~tưởng|(?<!(?:à|ủa|ý|ấy) )(?:~nhầm|~lầm)|(?:cứ|hay|cũng|đều|bị|đừng) (?:tưởng|nhầm|lầm)|(?:~tưởng|~nhầm|~lầm)(?: (?:của|hàng|đồ|loại|thành|từ|ở))+|(?:tưởng|nhầm|lầm) (?:là|với|qua|sang)(?: (?:của|hàng|đồ|loại|từ|ở))*|lộn (?:với|qua|sang)(?: (?:hàng|đồ))?")})\\s*$`,
  "u",
);
/** `chè Thái Nguyên thì người khác bán` */
const SOLD_BY_OTHERS = new RegExp(`^\\s*(?:${eitherBare("(?:thì |là )?(?:nhà|người|vườn|chỗ|bên|nơi|xưởng) (?:khác|ta)")})(?!\\p{L})`, "u");

/** `ở Tân Cương, à nhầm, La Bằng`: the place is the one said next. */
const MISTAKEN = new RegExp(`^[\\s?,.…]*(?:${eitherBare("(?:à|ủa|ấy|ý),? (?:nhầm|~lộn)(?! (?:không|hông))")})(?!\\p{L})`, "u");

/** True of a place that the goods are taken for, that others' goods come from, or that was a slip, by the lightened words around it. */
export function isOthersPlace(before: string, after: string): boolean {
  return TAKEN_FOR.test(before) || SOLD_BY_OTHERS.test(after) || MISTAKEN.test(after);
}

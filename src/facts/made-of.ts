import { lighten } from "./fold.ts";
import { ingredientCalled, type Ingredient } from "./ingredient-names.ts";
import { eitherBare, WORD_START, type Span } from "./said.ts";

/** What goods, or their `filling`, are made of; `only`: of nothing else. `bare`: after a lone `chỉ có`, which is said of stock too. */
export type MadeOf = Span & { of: readonly Ingredient[]; only: boolean; pure: boolean; filling: boolean; bare: boolean };

/** `thành phần: cá cơm, muối`, `làm từ 100% gạo Bao Thai`, `nhân chỉ có đậu xanh`: lists whose every name is known. */
export function madeOf(raw: string): MadeOf[] {
  const { text, span } = lighten(raw);
  return [...text.matchAll(HEAD)].flatMap((match): MadeOf[] => {
    const { filling, head, only } = match.groups ?? {};
    const list = listAt(text, match.index + match[0].length);
    const alone = head === undefined && filling === undefined;
    if (list === undefined || (alone && list.of.length < 2)) return [];
    const whole = only !== undefined || /(?<!\p{L})(?:chỉ|chi)(?!\p{L})/u.test(match[0]);
    const { start, end } = span(match.index, list.end);
    return [{ start, end, of: list.of, only: whole, pure: list.pure && list.of.length === 1, filling: filling !== undefined, bare: alone }];
  });
}

const HEAD = new RegExp(
  `${WORD_START}${eitherBare(
    "(?:(?<filling>nhân(?: bánh)?|ruột bánh)(?: bên trong)?(?: chỉ)?(?: có| gồm| là| làm từ)+|(?<head>(?:thành phần|nguyên liệu)(?: chính)?(?: chỉ)?(?: có| gồm| là| từ)*|(?:chỉ )?(?:làm|nấu|ép|chế biến|nặn|tráng|xay)(?: toàn bộ| hoàn toàn| chỉ)? (?:từ|bằng))|(?<only>chỉ)(?: có| gồm| dùng| từ)+)",
  )}\\s*:?\\s*`,
  "gu",
);

const WHOLE = String.raw`100 ?(?:%|phần trăm|phan tram)`;
/** One name: its words end at a comma, `và`, a denial or a number. */
const ITEM = new RegExp(
  String.raw`^(?:${WHOLE} )?(?:(?:từ|tu) )?(?<name>(?!(?:${eitherBare("và|với|cùng|không|ko|k|chẳng")})(?!\p{L}))\p{L}+(?: (?!(?:${eitherBare("và|với|cùng|không|ko|k|chẳng")})(?!\p{L}))\p{L}+){0,5})(?: ?${WHOLE})?`,
  "u",
);
const JOINT = new RegExp(String.raw`^ ?(?:, ?(?:(?:${eitherBare("và|với|cùng")}) )?|[+&] ?|(?:${eitherBare("và|với|cùng")}) )`, "u");
/** Of which quality an ingredient is changes nothing of what it is. */
const QUALITY = new RegExp(
  ` (?:${eitherBare("tươi|khô|sạch|ngon|già|quê|ta|nhà|nhà trồng|nhà làm|hạt|hột|rang|xay|giã|nguyên hạt|nguyên chất|loại một|rừng|bào sợi|bào|thái sợi|thái lát|xắt sợi|xắt lát|băm|băm nhỏ|giã nhỏ|xay nhuyễn")})$`,
  "u",
);
/** What may follow a list that is whole: its clause ends, or something else begins. */
const AFTER = new RegExp(
  String.raw`^(?: ?$| ?[.;!?\n)(/–-]|,? ?(?:\d|(?:${eitherBare("không|ko|k|hk|hông|chẳng|chưa|đóng|gói|hộp|chai|hũ|lọ|túi|bịch|bao|thùng|giá|bán|ship|giao|gửi|nhà|em|mình|để|bảo quản|hạn|hsd|ăn|zalo|liên hệ|lh|sđt|làm|phơi|sấy|ủ|gói|hấp|luộc|ai|mua|lấy|tối thiểu|mỗi|một|cái|con|còn|có|được|vị|thơm|ngọt|dẻo")})(?!\p{L})))`,
  "u",
);

function listAt(text: string, from: number): { of: Ingredient[]; end: number; pure: boolean } | undefined {
  const of: Ingredient[] = [];
  let [at, end, pure] = [from, from, false];
  for (;;) {
    const item = ITEM.exec(text.slice(at, at + ITEM_CHARS));
    const name = item?.groups?.["name"];
    const known = item === null || name === undefined ? undefined : longestKnown(name);
    if (item === null || known === undefined) break;
    const whole = item[0].startsWith("100");
    const behind = new RegExp(`^ ?${WHOLE}`, "u").exec(text.slice(at + item[0].indexOf(known.name) + known.name.length))?.[0] ?? "";
    pure ||= whole || behind !== "";
    of.push(known.one);
    end = at + item[0].indexOf(known.name) + known.name.length + behind.length;
    const joint = JOINT.exec(text.slice(end, end + 8));
    if (joint === null) break;
    at = end + joint[0].length;
  }
  return of.length === 0 || !AFTER.test(text.slice(end)) ? undefined : { of, end, pure };
}
const ITEM_CHARS = 60;

/** The longest beginning of some words that names an ingredient, with its quality. */
function longestKnown(words: string): { name: string; one: Ingredient } | undefined {
  const all = words.split(" ");
  for (let count = all.length; count > 0; count -= 1) {
    const name = all.slice(0, count).join(" ");
    const plain = name.replace(QUALITY, "").replace(QUALITY, "");
    const one = ingredientCalled(name) ?? ingredientCalled(plain);
    if (one !== undefined) return { name, one };
  }
  return undefined;
}

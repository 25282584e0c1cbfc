import type { Token } from "#facts/tokens.ts";

type Spotted = {
  id: string;
  at: number;
  length: number;
  doubtful: boolean;
  entry: { kind: string; words: readonly string[]; provinces?: readonly string[] };
};

/**
 * A place in small bare letters (`mang den`, `van don`) is one where its own province, or a place of that province, stands
 * right behind it (`dong du gia lam hn`), or where it ends the name of what is sold at the head of the notes: `nep tu le 42k`.
 * `rau cat hai trong ngay` is picked, from nowhere.
 */
export function isSettled(spot: Spotted, found: readonly Spotted[], tokens: readonly Token[]): boolean {
  const next = spot.at + spot.length;
  // `moi tuan giao dien bien 2 chuyen`: a time, and what is done then.
  const [count, time] = [tokens[spot.at - 1], tokens[spot.at]];
  if (time?.plain === "tuan" && (count?.kind === "digits" || EACH.has(count?.plain ?? ""))) return false;
  const sure = found.filter(({ doubtful }) => !doubtful);
  const around = behind(spot, found);
  if (around.some((other) => !other.doubtful || behind(other, sure).length > 0)) return true;
  // `bi do phong dien hue`: of one bare word, the province itself is no name yet.
  if (spot.entry.provinces?.some((id) => id === `place.${tokens[next]?.plain ?? ""}`) === true) return true;
  // `bi thom ba be`: goods that are called after it.
  const name = spot.entry.words.join(" ");
  if (found.some(({ at, length, entry }) => entry.kind === "product" && at < spot.at && at + length === next && endsIn(entry.words, name)))
    return true;
  const after = tokens[next];
  // `trai nha o tien lang, 90k`: where the grower is, and no more.
  const [self, where] = [tokens[spot.at - 2], tokens[spot.at - 1]];
  if (where?.plain === "o" && SELVES.has(self?.plain ?? "") && after?.kind !== "word") return true;
  if (after?.kind === "word" && !GRADES.has(after.plain)) return false;
  const goods = sure.filter(({ entry: { kind } }) => kind === "product" || kind === "variety");
  const sold = goods.some(({ at, length }) => at + length === spot.at && at < HEAD);
  return sold && !goods.some(({ at, length }) => length > spot.length && at < next && spot.at < at + length);
}

function endsIn(words: readonly string[], name: string): boolean {
  return words.join(" ").endsWith(` ${name}`);
}

/** Its province, or another place in it, right behind a place. */
function behind({ at, length, entry: { provinces = [] } }: Spotted, found: readonly Spotted[]): Spotted[] {
  const isNext = (other: Spotted) => other.at === at + length || other.at === at + length + 1;
  return found.filter((other) => isNext(other) && [other.id, ...(other.entry.provinces ?? [])].some((id) => provinces.includes(id)));
}

/** `bán 3 tạ nếp`: so few words before what is sold. */
const HEAD = 5;
const SELVES = new Set(["nha", "vuon", "em", "minh", "tui", "toi", "que", "trai", "trong", "nuoi", "thung", "lo", "xuong", "ruong", "ray"]);
const EACH = new Set(["moi", "hang", "trong", "mot", "hai", "ba", "cuoi", "dau", "giua", "ca", "vai"]);
const GRADES = new Set(["gia", "size", "loai"]);

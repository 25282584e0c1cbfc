import { recent } from "./recent.ts";

/** A text made easy to match, which still knows where each of its characters stood in the original. */
export type Folded = {
  readonly raw: string;
  readonly text: string;
  /** Cuts the original for a span of the folded text; offsets are UTF-16 units into `raw`. */
  span(start: number, end: number): { start: number; end: number; quote: string };
  /** Where in the original a place of the folded text stands. */
  place(at: number): number;
};

/** Lower case, NFC, full-width to ASCII, one place for the tone mark (`hoà` → `hòa`). Diacritics stay. */
export const lighten: (raw: string) => Folded = recent((raw) => rewrite(raw, lightened, settleTones));
const lightened = once((group) => narrow(group).toLowerCase().normalize("NFC"));

/** As `lighten`, and Latin diacritics fall: `Vải thiều` → `vai thieu`, `đ` → `d`. Kana keep their marks. */
export const fold: (raw: string) => Folded = recent((raw) => rewrite(raw, folded, (text) => text));
const folded = once((group) => foldGroup(narrow(group).toLowerCase()));

/** Each letter as one with its marks, however it was typed (`a` + `̂` → `â`), and nothing else changed. */
export const compose: (raw: string) => Folded = recent((raw) => rewrite(raw, composed, (text) => text));
const composed = once((group) => group.normalize("NFC"));

/** The folded text alone, for data that needs no way back. */
export function foldText(raw: string): string {
  return fold(raw).text;
}

/** The lightened text alone. */
export function lightText(raw: string): string {
  return lighten(raw).text;
}

/** True where a Latin letter carries a Vietnamese mark: `đ`, `ơ`, `á`. */
export function hasMarks(text: string): boolean {
  return !/^[\x00-\x7f]*$/.test(text) && foldText(text) !== lightText(text);
}

function rewrite(raw: string, { changed: change, kept }: Change, settle: (text: string) => string): Folded {
  const parts: string[] = [];
  let from = 0;
  // Where each unit of the new text comes from; as long as none moves, each stands where it stood.
  let groups: { start: number; end: number }[] | undefined;
  for (let at = 0, end = 0; at < raw.length; at = end) {
    const known = kept[raw.charCodeAt(at)] === 1;
    end = known && isNoMark(raw.charCodeAt(at + 1)) ? at + 1 : groupEnd(raw, at);
    if (known && end === at + 1) {
      groups?.push({ start: at, end });
      continue;
    }
    const group = raw.slice(at, end);
    const changed = change(group);
    if (groups === undefined && (group.length !== 1 || changed.length !== 1))
      groups = Array.from({ length: at }, (_, index) => ({ start: index, end: index + 1 }));
    for (let unit = 0; unit < changed.length; unit += 1) groups?.push({ start: at, end });
    if (changed === group) continue;
    parts.push(raw.slice(from, at), changed);
    from = end;
  }
  const text = settle(parts.join("") + raw.slice(from));
  const place = (at: number) => (groups === undefined ? Math.min(at, raw.length) : (groups[at]?.start ?? raw.length));
  const span = (start: number, end: number) => {
    const rawStart = place(start);
    const rawEnd = end > start ? (groups === undefined ? Math.min(end, raw.length) : (groups[end - 1]?.end ?? raw.length)) : rawStart;
    return { start: rawStart, end: rawEnd, quote: raw.slice(rawStart, rawEnd) };
  };
  return { raw, text, span, place };
}

const KNOWN_MAX = 5000;
/** How a group is changed, and which single units are known to stay as they are. */
type Change = { changed: (group: string) => string; kept: Uint8Array };

/** A language has few letters: each is changed once. */
function once(change: (group: string) => string): Change {
  const units = Array.from<string | undefined>({ length: 0x10000 });
  const kept = new Uint8Array(0x10000);
  const known = new Map<string, string>();
  const unitChanged = (unit: string): string => {
    const code = unit.charCodeAt(0);
    const changed = (units[code] ??= change(unit));
    if (changed === unit) kept[code] = 1;
    return changed;
  };
  const changed = (group: string): string => {
    if (group.length === 1) return unitChanged(group);
    const before = known.get(group);
    if (before !== undefined) return before;
    if (known.size >= KNOWN_MAX) known.clear();
    const result = change(group);
    known.set(group, result);
    return result;
  };
  return { changed, kept };
}

/** One character with the marks that follow it, so that a quote never cuts a letter from its accent. */
function groupEnd(raw: string, at: number): number {
  let end = at + codePointLength(raw, at);
  if (end >= raw.length || isNoMark(raw.charCodeAt(end))) return end;
  while (end < raw.length && /^\p{M}/u.test(raw.slice(end, end + 2))) end += codePointLength(raw, end);
  return end;
}

/** True of what is no mark itself: most characters need no closer look. */
function isNoMark(code: number): boolean {
  if (code < 0x300) return true;
  return (
    (code >= 0x1e00 && code <= 0x1eff) ||
    (code >= 0x3041 && code <= 0x3096) ||
    (code >= 0x30a1 && code <= 0x30fa) ||
    (code >= 0x4e00 && code <= 0x9fff)
  );
}

function codePointLength(raw: string, at: number): number {
  return (raw.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function narrow(group: string): string {
  if (!/[\u3000\uff00-\uffef]/.test(group)) return group;
  return group.normalize("NFKC");
}

function foldGroup(group: string): string {
  return group
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replaceAll("đ", "d")
    .normalize("NFC");
}

const TONES: Record<string, string> = {
  à: "ò",
  á: "ó",
  ả: "ỏ",
  ã: "õ",
  ạ: "ọ",
  è: "ò",
  é: "ó",
  ẻ: "ỏ",
  ẽ: "õ",
  ẹ: "ọ",
  ỳ: "ù",
  ý: "ú",
  ỷ: "ủ",
  ỹ: "ũ",
  ỵ: "ụ",
};
const BARE: Record<string, string> = {
  à: "a",
  á: "a",
  ả: "a",
  ã: "a",
  ạ: "a",
  è: "e",
  é: "e",
  ẻ: "e",
  ẽ: "e",
  ẹ: "e",
  ỳ: "y",
  ý: "y",
  ỷ: "y",
  ỹ: "y",
  ỵ: "y",
};

/** Most words have none, which is told faster. */
const TONED = /o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ]/;

/** `hoà` and `hòa`, `thuỷ` and `thủy` are one word; both halves keep their length, so offsets stay. */
function settleTones(text: string): string {
  if (!TONED.test(text)) return text;
  return text.replace(
    /(?:o([àáảãạèéẻẽẹ])|(?<!q)u([ỳýỷỹỵ]))(?!\p{L})/gu,
    (pair: string, afterO: string | undefined, afterU: string | undefined) => {
      const vowel = afterO ?? afterU ?? "";
      return `${TONES[vowel] ?? pair[0] ?? ""}${BARE[vowel] ?? vowel}`;
    },
  );
}

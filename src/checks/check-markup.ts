import type { Found, Told } from "./ground.ts";
import { FOUND_MAX } from "./match-rules.ts";

/** HTML, BBCode, Markdown, entities, escapes, unfilled placeholders: what a page would run or a reader would stumble over. */
const MARKUP = new RegExp(
  [
    /<script[\s\S]{0,2000}?<\/script>/u,
    /<\/?[\p{L}!%?][^<>\n]{0,300}>|<\/?(?:script|img|iframe|svg|style|div|span|a|br|p|b|i)\b/u,
    /＜\/?[a-zＡ-Ｚａ-ｚ]{1,10}＞/u,
    /!?\[[^\]\n]{0,200}\]\([^)\n]{0,300}\)/u,
    /\[\/?(?:b|i|u|s|url|img|color|size|quote|code)(?:=[^\]\n]{0,80})?\]|\[(?:\d{1,3};?){1,4}m/u,
    /`{1,3}|\*{2,3}|~~|(?<![\p{L}\p{N}_@./])__?(?=\p{L})[^_\n]{1,80}__?(?![\p{L}\p{N}])|(?<![\p{L}\p{N}*])\*(?=\p{L})[^*\n]{0,80}[\p{L}\p{N}!?.]\*(?![\p{L}\p{N}*])/u,
    /(?<=^|\n)(?:#{1,6} |> |\|[^\n]{0,300}\|(?=\n|$)|[-*_]{3,}[ \t]*(?=\n|$))/u,
    /&(?:[a-z]{2,8}|#\d{1,6}|#x[\da-f]{1,5});/u,
    /\{\{[^}\n]{0,80}\}\}|\$\{[^}\n]{0,80}\}|\{[\p{L}_ ]{1,40}\}|%(?:\(\w{1,20}\))?[sd](?![\p{L}\p{N}])|lorem ipsum/u,
    /\[(?:your|customer|product|name|price|insert|link|phone|address|company|date|tên|giá|số|điền|nhập|sản phẩm|địa chỉ|商品|名前|価格|入力|ここに)[^\]\n]{0,30}\]|【[^】\n]{0,12}(?:を入力|を記入|をここに)[^】\n]{0,8}】/u,
    /%3[ce]|\\u00[\da-f]{2}|\\x[\da-f]{2}|javascript:|data:text\/html|\bon(?:error|click|load)\s?=/u,
  ]
    .map(({ source }) => source)
    .join("|"),
  "giu",
);

/** Most texts have none of the signs and words that all markup is made with. */
const MARKED = /[<＜>[\]`*~_#|&{}$%【\\]|-{3}|lorem|javascript|data:|\bon(?:error|click|load)/iu;

/** What no reader sees: control, format and private characters, fillers, half a pair, selectors, marks piled up. */
const UNSEEN = [
  String.raw`(?![\t\n\r])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\ufffc\ufffd]`,
  String.raw`[\u115f\u1160\u2800\u3164\uffa0]|\u034f|\u17b4|\u17b5|\u180b|\u180c|\u180d|\u180e|\u180f`,
  String.raw`\p{Variation_Selector}`,
  String.raw`\p{M}{4,}`,
].join("|");
/** Most texts have none of it. */
const SUSPECT = new RegExp(UNSEEN, "u");
/** Emoji as Unicode recommends them, with their joiners, selectors and flag tags, are seen. */
const HIDDEN = new RegExp(String.raw`(?<emoji>\p{RGI_Emoji})|${UNSEEN}`, "gv");
const JOINED_BEFORE = /\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})?$/u;
const JOINED_AFTER = /^\p{Extended_Pictographic}/u;
const SELECTABLE = /[\p{Emoji}\p{Script=Han}\u2190-\u2bff]$/u;
/** Most texts have none of these letters. */
const STRANGE = /[\p{Script=Cyrillic}\p{Script=Greek}\u{1d400}-\u{1d7ff}]/u;
/** A Latin word with a letter of another alphabet in it, or letters from the mathematicians' fonts: made to slip past a reader. */
const DISGUISED = /(?<!\p{L})(?=\p{L}*\p{Script=Latin})(?=\p{L}*[\p{Script=Cyrillic}\p{Script=Greek}])\p{L}+|[\u{1d400}-\u{1d7ff}]+/gu;

/** Letters, signs and spaces that are neither unseen nor strange: most texts have no others, and that is told fastest. */
const UNUSUAL =
  /[^ -~\n\r\t\u00a1-\u00ac\u00ae-\u02ff\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u21ff\u3001-\u303e\u3041-\u3096\u30a1-\u30ff\u4e00-\u9fff\uff01-\uff5e]/;

export function checkMarkup({ text, say }: Pick<Told, "text" | "say">): Found[] {
  const markup = [...(MARKED.test(text) ? text.matchAll(MARKUP) : [])].slice(0, FOUND_MAX).map((match): Found => {
    return { kind: "markup", start: match.index, end: match.index + match[0].length, message: say("markup", { quote: match[0] }) };
  });
  if (!UNUSUAL.test(text)) return markup;
  const hidden = [...(SUSPECT.test(text) ? text.matchAll(HIDDEN) : [])]
    .filter((match) => match.groups?.emoji === undefined && !isJoined(text, match))
    .slice(0, FOUND_MAX)
    .map((match): Found => {
      const code = `U+${(match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
      return { kind: "markup", start: match.index, end: match.index + match[0].length, message: say("hidden", { code }) };
    });
  const disguised = [...(STRANGE.test(text) ? text.matchAll(DISGUISED) : [])].slice(0, FOUND_MAX).map((match): Found => {
    return { kind: "markup", start: match.index, end: match.index + match[0].length, message: say("disguised", { quote: match[0] }) };
  });
  return [...markup, ...hidden, ...disguised];
}

/** The joiner between two emoji, the selector after an emoji or a kanji. */
function isJoined(text: string, match: RegExpExecArray): boolean {
  const before = text.slice(Math.max(0, match.index - 8), match.index);
  if (match[0] === "\u200d") return JOINED_BEFORE.test(before) && JOINED_AFTER.test(text.slice(match.index + 1, match.index + 3));
  return /^\p{Variation_Selector}$/u.test(match[0]) && SELECTABLE.test(before);
}

import type { Found, Told } from "./ground.ts";

/** HTML, Markdown, placeholders, entities; what a page would run or a reader would stumble over. */
const MARKUP =
  /<script[\s\S]*?<\/script>|<\/?[a-z!][^<>]*>|\[[^\]\n]*\]\([^)\n]*\)|`{1,3}|\*\*|(?<=^|\n)#{1,6} |&(?:[a-z]{2,8}|#\d{1,6});|\{\{[^}]*\}\}|\$\{[^}]*\}|javascript:/giu;
/** Zero-width, direction-changing and control characters; the joiner inside an emoji stays. */
const HIDDEN = /(?![\t\n\r\u200d])[\p{Cc}\p{Cf}\ufffd]|(?<!\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})?)\u200d/gu;

export function checkMarkup({ text, say }: Pick<Told, "text" | "say">): Found[] {
  const markup = [...text.matchAll(MARKUP)].map((match): Found => {
    return { kind: "markup", start: match.index, end: match.index + match[0].length, message: say("markup", { quote: match[0] }) };
  });
  const hidden = [...text.matchAll(HIDDEN)].map((match): Found => {
    const code = `U+${(match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
    return { kind: "markup", start: match.index, end: match.index + match[0].length, message: say("hidden", { code }) };
  });
  return [...markup, ...hidden];
}

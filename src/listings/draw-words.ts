import { fileURLToPath } from "node:url";
import sharp from "sharp";
import type { Language } from "#i18n/language.ts";

export type DrawnWords = { data: Buffer; width: number; height: number };

const LATIN = {
  family: "Be Vietnam Pro",
  file: fileURLToPath(import.meta.resolve("@expo-google-fonts/be-vietnam-pro/700Bold/BeVietnamPro_700Bold.ttf")),
};
const JAPANESE = {
  family: "Noto Sans JP",
  file: fileURLToPath(import.meta.resolve("@expo-google-fonts/noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf")),
};
export const FONT_FILES = [LATIN.file, JAPANESE.file];

const LENGTH_MAX = 160;

type Style = { language: Language; size: number; colour: string; width: number };

/** Words as a picture, from our own font files whatever the system has; nothing of them is markup. Undefined for none. */
export async function drawWords(words: string | undefined, { language, size, colour, width }: Style): Promise<DrawnWords | undefined> {
  const text = drawable(words ?? "");
  if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(text)) return undefined;
  const [first, second] = language === "ja" ? [JAPANESE, LATIN] : [LATIN, JAPANESE];
  await knowFonts();
  const markup = `<span foreground="${colour}">${escape(text)}</span>`;
  const font = `${first.family}, ${second.family} Bold ${size}`;
  const asked = { text: markup, font, fontfile: first.file, width, rgba: true, wrap: "word-char", spacing: Math.round(size / 8) } as const;
  const { data, info } = await sharp({ text: asked }).png().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** Without pictures, which are in no font of ours, and not longer than a picture has room for. */
function drawable(words: string): string {
  const text = words
    .toWellFormed()
    .replaceAll(/[\p{Extended_Pictographic}\p{Cc}\p{Co}\p{Cn}\ufffd]/gu, " ")
    .trim();
  const letters = Array.from(new Intl.Segmenter("vi").segment(text.slice(0, 4 * LENGTH_MAX)), ({ segment }) => segment.slice(0, 8));
  return letters.length <= LENGTH_MAX ? letters.join("") : `${letters.slice(0, LENGTH_MAX).join("")}…`;
}

let known: Promise<unknown> | undefined;

/** Has both files read once; they stay known, so that letters one has not are found in the other before any of the system's. */
function knowFonts(): Promise<unknown> {
  known ??= Promise.all(
    [LATIN, JAPANESE].map(({ family, file }) =>
      sharp({ text: { text: "a", font: `${family} Bold 12`, fontfile: file } })
        .png()
        .toBuffer(),
    ),
  );
  return known;
}

const escape = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

import sharp, { type OverlayOptions } from "sharp";
import type { Language } from "#i18n/language.ts";
import { drawWords, type DrawnWords } from "./draw-words.ts";
import { holdWords } from "./hold-words.ts";

export const CARD = { width: 1_200, height: 630 } as const;

/** What stands on the picture that goes along where a listing is shared. `photo`: the grower's first one. */
export type Card = {
  language: Language;
  title: string;
  /** Names within the title that no line is broken in. */
  names: readonly string[];
  place: string | undefined;
  price: string | undefined;
  note: string;
  brand: string;
  photo: Uint8Array | undefined;
};

const COLOURS = { leaf: "#1f6b3f", deep: "#134a2a", ink: "#ffffff", soft: "#d9ecd9", sun: "#f6d36b", night: "#22261f" } as const;
const EDGE = 64;
const GAP = 28;
/** Between the upper edge and the last line. */
const ROOM = 420;
const PHOTO_WIDTH = 500;
/** For the sun, where there is no photo. */
const SUN_WIDTH = 180;
const QUALITY = 84;
const TITLE_SIZES = [76, 66, 58, 50, 42, 34];
const TITLE_HEIGHT_MAX = 250;
const PRICE_SIZES = [36, 32, 28, 24];
const PRICE_HEIGHT_MAX = 50;
const PILL = { side: 24, over: 14 } as const;
/** How wide a letter is, about, in sizes of the type. */
const EMS: Record<Language, number> = { vi: 0.6, en: 0.6, ja: 1 };

/** Draws the card as a JPEG, all letters from our own font files. */
export async function drawCard(card: Card): Promise<Uint8Array<ArrayBuffer>> {
  const { language, photo } = card;
  const width = CARD.width - 2 * EDGE - (photo === undefined ? SUN_WIDTH : PHOTO_WIDTH);
  const draw = (words: string | undefined, size: number, colour: string) => drawWords(words, { language, size, colour, width });
  const note = await draw(card.note, 22, COLOURS.soft);
  const brand = await draw(card.brand, 28, COLOURS.sun);
  const words = stack([await drawTitle(card, width), await draw(card.place, 32, COLOURS.soft), await drawPrice(card, width)]);
  const bottom = CARD.height - EDGE;
  return new Uint8Array(
    await sharp(ground())
      .composite([
        ...words,
        ...at(brand, EDGE, bottom - (brand?.height ?? 0)),
        ...at(note, EDGE + (brand?.width ?? 0) + 24, bottom - (note?.height ?? 0)),
        ...(photo === undefined ? [] : [{ input: await cut(photo), left: CARD.width - PHOTO_WIDTH, top: 0 }]),
      ])
      .jpeg({ quality: QUALITY, mozjpeg: true })
      .toBuffer(),
  );
}

/** One below the other, in the middle of what the last line leaves free; what has no room is left out. */
function stack(parts: readonly (DrawnWords | undefined)[]): OverlayOptions[] {
  const rows: { drawn: DrawnWords; top: number }[] = [];
  let height = 0;
  for (const drawn of parts) {
    if (drawn === undefined || height + drawn.height > ROOM) continue;
    rows.push({ drawn, top: height });
    height += drawn.height + GAP;
  }
  const above = Math.round((ROOM - height + GAP) / 2);
  return rows.flatMap(({ drawn, top }) => at(drawn, EDGE, EDGE + above + top));
}

function at(drawn: DrawnWords | undefined, left: number, top: number): OverlayOptions[] {
  return drawn === undefined ? [] : [{ input: drawn.data, left, top }];
}

async function drawTitle({ title, language, names }: Card, width: number): Promise<DrawnWords | undefined> {
  return largest(TITLE_SIZES, TITLE_HEIGHT_MAX, (size) => {
    const columnsMax = Math.floor(width / (size * EMS[language]));
    return drawWords(holdWords(title, language, { names, columnsMax }), { language, size, colour: COLOURS.ink, width });
  });
}

/** On one line, in a pill; a price that fits at no size is left to the page. */
async function drawPrice({ price, language }: Card, width: number): Promise<DrawnWords | undefined> {
  const written = (size: number) => drawWords(price, { language, size, colour: COLOURS.night, width: width - 2 * PILL.side });
  const drawn = await largest(PRICE_SIZES, PRICE_HEIGHT_MAX, written);
  if (drawn === undefined || drawn.height > PRICE_HEIGHT_MAX) return undefined;
  const size = { width: drawn.width + 2 * PILL.side, height: drawn.height + 2 * PILL.over };
  const data = await sharp(pill(size))
    .composite(at(drawn, PILL.side, PILL.over))
    .png()
    .toBuffer();
  return { data, ...size };
}

/** The first size at which it is no higher than it may be, else the last. */
async function largest(
  sizes: readonly number[],
  heightMax: number,
  draw: (size: number) => Promise<DrawnWords | undefined>,
): Promise<DrawnWords | undefined> {
  let drawn: DrawnWords | undefined;
  for (const size of sizes) {
    drawn = await draw(size);
    if (drawn === undefined || drawn.height <= heightMax) break;
  }
  return drawn;
}

function cut(photo: Uint8Array): Promise<Buffer> {
  return sharp(photo).resize({ width: PHOTO_WIDTH, height: CARD.height, fit: "cover" }).toBuffer();
}

/** Shapes only: nothing that anybody wrote comes into this markup. */
function ground(): Buffer {
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${CARD.width}" height="${CARD.height}">
    <rect width="100%" height="100%" fill="${COLOURS.leaf}"/>
    <path d="M0 470 C 300 400 620 560 1200 430 L 1200 630 L 0 630 Z" fill="${COLOURS.deep}"/>
    <circle cx="1080" cy="130" r="70" fill="${COLOURS.sun}"/>
  </svg>`);
}

function pill({ width, height }: { width: number; height: number }): Buffer {
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="${width}" height="${height}" rx="${height / 2}" fill="${COLOURS.sun}"/>
  </svg>`);
}

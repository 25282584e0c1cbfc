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
const PHOTO_WIDTH = 500;
/** Of the last line, which nothing above may touch. */
const LINE_HEIGHT = 48;
const QUALITY = 84;
/** Largest first: the title takes the first size at which it fits. */
const TITLE_SIZES = [76, 66, 58, 50, 42, 34];
const TITLE_HEIGHT_MAX = 250;
/** Room for the sun, where there is no photo. */
const SUN_WIDTH = 180;

/** Draws the card as a JPEG, all letters from our own font files. */
export async function drawCard(card: Card): Promise<Uint8Array<ArrayBuffer>> {
  const textWidth = CARD.width - 2 * EDGE - (card.photo === undefined ? SUN_WIDTH : PHOTO_WIDTH);
  const { language } = card;
  const title = await fit(card, textWidth);
  const place = await drawWords(card.place, { language, size: 32, colour: COLOURS.soft, width: textWidth });
  const price = await drawWords(card.price, { language, size: 34, colour: COLOURS.night, width: textWidth - 48 });
  const note = await drawWords(card.note, { language, size: 22, colour: COLOURS.soft, width: textWidth });
  const brand = await drawWords(card.brand, { language, size: 28, colour: COLOURS.sun, width: textWidth });

  const bottom = CARD.height - EDGE;
  const layers: OverlayOptions[] = [];
  let top = EDGE;
  const put = (drawn: DrawnWords | undefined, gap: number, left = EDGE) => {
    if (drawn === undefined || top + drawn.height > bottom) return;
    layers.push({ input: drawn.data, left, top });
    top += drawn.height + gap;
  };
  put(title, 28);
  put(place, 32);
  if (price !== undefined && top + price.height + 28 < bottom - LINE_HEIGHT) {
    layers.push({ input: pill(price.width + 48, price.height + 28), left: EDGE, top });
    top += 14;
    put(price, 0, EDGE + 24);
  }
  top = bottom - (brand?.height ?? 0);
  put(brand, 0);
  top = bottom - (note?.height ?? 0);
  put(note, 0, EDGE + (brand?.width ?? 0) + 24);
  if (card.photo !== undefined) {
    const photo = await sharp(card.photo).resize({ width: PHOTO_WIDTH, height: CARD.height, fit: "cover" }).toBuffer();
    layers.push({ input: photo, left: CARD.width - PHOTO_WIDTH, top: 0 });
  }
  return new Uint8Array(await sharp(ground()).composite(layers).jpeg({ quality: QUALITY, mozjpeg: true }).toBuffer());
}

async function fit(card: Card, width: number): Promise<DrawnWords | undefined> {
  let drawn: DrawnWords | undefined;
  for (const size of TITLE_SIZES) {
    const held = holdWords(card.title, card.language, { names: card.names, columnsMax: Math.floor(width / size) });
    drawn = await drawWords(held, { language: card.language, size, colour: COLOURS.ink, width });
    if (drawn === undefined || drawn.height <= TITLE_HEIGHT_MAX) break;
  }
  return drawn;
}

/** Shapes only: nothing that anybody wrote comes into this markup. */
function ground(): Buffer {
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${CARD.width}" height="${CARD.height}">
    <rect width="100%" height="100%" fill="${COLOURS.leaf}"/>
    <path d="M0 470 C 300 400 620 560 1200 430 L 1200 630 L 0 630 Z" fill="${COLOURS.deep}"/>
    <circle cx="1080" cy="130" r="70" fill="${COLOURS.sun}"/>
  </svg>`);
}

function pill(width: number, height: number): Buffer {
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="${width}" height="${height}" rx="${height / 2}" fill="${COLOURS.sun}"/>
  </svg>`);
}

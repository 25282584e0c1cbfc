import { stringify } from "csv-stringify/sync";
import type { OwnListing } from "#stories/find-listings.ts";
import { cutText } from "./cut-text.ts";
import { itemPrice, writeSum } from "./item-price.ts";
import type { Listing } from "./listing.ts";
import { listingHtml } from "./listing-text.ts";
import type { Placed } from "./remark.ts";
import { encodeShiftJis, toShiftJis } from "./shift-jis.ts";

/**
 * The columns of `normal-item.csv` that a new item needs; RMS takes them in this order and leaves the rest as it is.
 * `ジャンルID` stays empty for the seller: Rakuten revises its genres every month, tells them only to holders of a key of its
 * own (webservice.rakuten.co.jp/documentation/ichiba-genre-search), and a number out of date puts the goods among others.
 */
const COLUMNS = [
  "商品管理番号（商品URL）",
  "商品番号",
  "商品名",
  "倉庫指定",
  "ジャンルID",
  "キャッチコピー",
  "PC用商品説明文",
  "スマートフォン用商品説明文",
  "SKU管理番号",
  "販売価格",
  "在庫数",
] as const;
type RakutenRow = Partial<Record<(typeof COLUMNS)[number], string>>;

/** 127 and 87 characters of full width, in bytes; the last byte of a cell is left for the mark that stops a formula. */
const NAME_BYTES_MAX = 254;
const CATCH_COPY_BYTES_MAX = 173;
const DESCRIPTION_BYTES_MAX = 10_240;

/** A Japanese listing as RMS has it: a row of the item, then the row of its only SKU with the price. */
export function placeInRakuten(own: OwnListing): Placed<RakutenRow[]> {
  const { storyId } = own;
  const { price, remarks } = itemPrice(own, { currency: "JPY", converting: true });
  if (price === undefined) return { entry: undefined, remarks };
  const { listing: written, lost } = listingInShiftJis(own.listing);
  if (lost.length > 0) return { entry: undefined, remarks: [{ code: "unwritable", facts: { characters: lost.join(" ") } }] };
  const name = cutText(written.title, withinBytes(NAME_BYTES_MAX));
  const body = cutText(written.body, (body) => withinBytes(DESCRIPTION_BYTES_MAX)(listingHtml({ ...written, body })));
  const description = listingHtml({ ...written, body });
  const isCut = name !== written.title || body !== written.body;
  return {
    entry: [
      {
        "商品管理番号（商品URL）": storyId,
        商品番号: storyId,
        商品名: name,
        // In the store room: it is shown in the shop when a person has looked at it and added photos.
        倉庫指定: "1",
        キャッチコピー: cutText(written.summary.replaceAll(/\s+/g, " "), withinBytes(CATCH_COPY_BYTES_MAX)),
        PC用商品説明文: description,
        スマートフォン用商品説明文: description,
      },
      { "商品管理番号（商品URL）": storyId, SKU管理番号: storyId, 販売価格: writeSum(price) },
    ],
    remarks: [...remarks, { code: "fill-in-rakuten" }, ...(isCut ? [{ code: "shortened" } as const] : [])],
  };
}

/** The file, in Shift_JIS with CRLF as RMS has it. A cell that a spreadsheet would run as a formula begins with an apostrophe. */
export function writeRakutenFile(items: readonly RakutenRow[][]): Buffer {
  return encodeShiftJis(
    stringify(items.flat(), { header: true, columns: [...COLUMNS], record_delimiter: "windows", escape_formulas: true }),
  );
}

function listingInShiftJis(listing: Listing): { listing: Listing; lost: string[] } {
  const lost = new Set<string>();
  const write = (text: string) => {
    const written = toShiftJis(text);
    for (const character of written.lost) lost.add(character);
    return written.text;
  };
  const { title, summary, bullets, body } = listing;
  const written = { ...listing, title: write(title), summary: write(summary), bullets: bullets.map(write), body: write(body) };
  return { listing: written, lost: [...lost] };
}

const withinBytes =
  (max: number) =>
  (text: string): boolean =>
    encodeShiftJis(text).length <= max;

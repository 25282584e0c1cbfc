import type { TFunction } from "i18next";
import type { Language } from "#i18n/language.ts";
import type { OwnListing } from "#stories/find-listings.ts";
import { itemPrice, type Currency } from "./item-price.ts";
import { placeInMerchant, writeMerchantFeed } from "./merchant-feed.ts";
import { placeInRakuten, writeRakutenFile } from "./rakuten-file.ts";
import type { Placed, Remark } from "./remark.ts";
import { placeInShopify, writeShopifyFile } from "./shopify-file.ts";

export const EXPORT_FORMATS = ["merchant", "shopify", "rakuten"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
export const EXPORT_PATHS = {
  merchant: "/v1/exports/merchant.xml",
  shopify: "/v1/exports/shopify.csv",
  rakuten: "/v1/exports/rakuten.csv",
} as const satisfies Record<ExportFormat, string>;

/** What the files are written with. `seller`: the grower's or the site's name. `say`: words of the file's language (namespace `exports`). */
export type ExportContext = { language: Language; currency: Currency; origin: string; seller: string; say: TFunction };
/** What became of one listing in one format. */
export type Place = { own: OwnListing; included: boolean; remarks: Remark[] };
export type ExportFile = { fileName: string; contentType: string; write(): string | Buffer; places: Place[] };

/** The file of a format out of an account's listings, with what became of each of them. */
export const exportFiles: Record<ExportFormat, (all: readonly OwnListing[], context: ExportContext) => ExportFile> = {
  merchant(all, { language, origin, seller }) {
    const { entries, places } = placeAll(all, language, (own) => placeInMerchant(own, origin));
    return {
      fileName: `merchant-${language}.xml`,
      contentType: "application/xml; charset=utf-8",
      write: () => writeMerchantFeed(entries, { title: seller, language, link: `${origin}/` }),
      places,
    };
  },
  shopify(all, { language, currency, origin, seller, say }) {
    const { entries, places } = placeAll(all, language, (own) => placeInShopify(own, { currency, origin, vendor: seller, say }));
    return {
      fileName: `shopify-${language}-${currency.toLowerCase()}.csv`,
      contentType: "text/csv; charset=utf-8",
      write: () => writeShopifyFile(entries),
      places,
    };
  },
  // Rakuten Ichiba is in Japanese alone.
  rakuten(all) {
    const { entries, places } = placeAll(all, "ja", placeInRakuten);
    return {
      fileName: "normal-item.csv",
      contentType: "text/csv; charset=Shift_JIS",
      write: () => writeRakutenFile(entries),
      places,
    };
  },
};

/** The same for the listings one by one as JSON-LD, which takes all: without a price it only holds no offer. */
export function placesInJsonLd(all: readonly OwnListing[], language: Language): Place[] {
  return placeAll(all, language, (own) => ({
    entry: own,
    remarks: [
      ...itemPrice(own).remarks.filter(({ code }) => code === "no-price"),
      ...(own.photos.length === 0 ? [{ code: "no-photo" } as const] : []),
    ],
  })).places;
}

function placeAll<Entry>(
  all: readonly OwnListing[],
  language: Language,
  place: (own: OwnListing) => Placed<Entry>,
): { entries: Entry[]; places: Place[] } {
  const placed = all.filter((own) => own.language === language).map((own) => ({ own, ...place(own) }));
  return {
    entries: placed.flatMap(({ entry }) => (entry === undefined ? [] : [entry])),
    places: placed.map(({ own, entry, remarks }) => ({ own, included: entry !== undefined, remarks })),
  };
}

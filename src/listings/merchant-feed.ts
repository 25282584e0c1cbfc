import { XMLBuilder } from "fast-xml-parser";
import type { Unit } from "#facts/fact.ts";
import type { Language } from "#i18n/language.ts";
import { photoPath } from "#photos/photo.ts";
import type { OwnListing } from "#stories/find-listings.ts";
import { cutText, upTo } from "./cut-text.ts";
import { itemPrice, writeSum } from "./item-price.ts";
import { listingText, listingUrl } from "./listing-text.ts";
import type { Placed, Remark } from "./remark.ts";

/** Google Merchant Center product data specification (support.google.com/merchants/answer/7052112). */
const TITLE_MAX = 150;
const DESCRIPTION_MAX = 5000;
/** Its units of `unit_pricing_measure` among ours. */
const MEASURES: Partial<Record<Unit, string>> = { kg: "1 kg", g: "1 g", t: "1000 kg", l: "1 l", ml: "1 ml" };

/**
 * Google knows two origins of a text: `default`, a person, and `trained_algorithmic_media`. Nobody wrote these sentences by
 * hand, also where our rules put them together: better too much said of a machine than too little.
 */
const SOURCE = "trained_algorithmic_media";

type MerchantItem = Record<string, string | string[] | Record<string, string>>;

/** A listing as Google takes it: without a price it cannot be there. */
export function placeInMerchant(own: OwnListing, origin: string): Placed<MerchantItem> {
  const { price, remarks } = itemPrice(own);
  if (price === undefined) return { entry: undefined, remarks };
  const title = cutText(xmlText(own.listing.title), upTo(TITLE_MAX));
  const description = cutText(xmlText(listingText(own.listing)), upTo(DESCRIPTION_MAX));
  const inStock = own.facts.some(({ kind, amount }) => kind === "stock" && amount !== undefined && amount.min > 0);
  const measure = price.per === undefined ? undefined : MEASURES[price.per];
  const [first, ...others] = own.photos.map((photo) => origin + photoPath(photo, "large"));
  const missing: Remark[] = [
    ...(first === undefined ? [{ code: "no-photo" } as const] : []),
    ...(inStock ? [] : [{ code: "no-stock" } as const]),
  ];
  const isCut = title !== xmlText(own.listing.title) || description !== xmlText(listingText(own.listing));
  return {
    entry: {
      "g:id": own.storyId,
      "g:structured_title": { "g:digital_source_type": SOURCE, "g:content": title },
      "g:structured_description": { "g:digital_source_type": SOURCE, "g:content": description },
      "g:link": listingUrl(origin, own.language, own.listing),
      ...(first !== undefined && { "g:image_link": first }),
      ...(others.length > 0 && { "g:additional_image_link": others }),
      "g:price": `${writeSum(price)} ${price.currency}`,
      ...(inStock && { "g:availability": "in_stock" }),
      ...(measure !== undefined && { "g:unit_pricing_measure": measure }),
      // What grows on a farm has no barcode and no maker's number.
      "g:identifier_exists": "no",
    },
    remarks: [...remarks, ...missing, ...(isCut ? [{ code: "shortened" } as const] : [])],
  };
}

/** The file: RSS 2.0 in one language. */
export function writeMerchantFeed(
  items: readonly MerchantItem[],
  { title, language, link }: { title: string; language: Language; link: string },
): string {
  const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: "@", format: true });
  return builder.build({
    "?xml": { "@version": "1.0", "@encoding": "UTF-8" },
    rss: {
      "@version": "2.0",
      "@xmlns:g": "http://base.google.com/ns/1.0",
      channel: { title: xmlText(title), link, description: xmlText(title), language, item: items },
    },
  });
}

/** Without the control characters that no XML may hold. */
function xmlText(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");
}

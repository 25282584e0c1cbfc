import { stringify } from "csv-stringify/sync";
import type { TFunction } from "i18next";
import { photoPath } from "#photos/photo.ts";
import type { OwnListing } from "#stories/find-listings.ts";
import { cutText, upTo } from "./cut-text.ts";
import { familyOfGoods, tagsOf } from "./goods-of.ts";
import { itemPrice, writeSum, type Currency } from "./item-price.ts";
import { listingHtml } from "./listing-text.ts";
import type { Placed } from "./remark.ts";

/** Shopify reads these names letter by letter, capitals and all (help.shopify.com/manual/products/import-export/using-csv). */
const COLUMNS = [
  "Handle",
  "Title",
  "Body (HTML)",
  "Vendor",
  "Product Category",
  "Type",
  "Tags",
  "Published",
  "Option1 Name",
  "Option1 Value",
  "Variant SKU",
  "Variant Inventory Policy",
  "Variant Fulfillment Service",
  "Variant Price",
  "Variant Requires Shipping",
  "Variant Taxable",
  "Image Src",
  "Status",
] as const;
/** `Product Category` is left to the shop: it takes a place in Shopify's own tree, which no fact names. */
type ShopifyRow = Partial<Record<(typeof COLUMNS)[number], string>>;

const TITLE_MAX = 255;

/** A listing as one product of one variant. A shop has one currency and its file names none, so a price in another stays out. */
export function placeInShopify(
  own: OwnListing,
  { currency, origin, vendor, say }: { currency: Currency; origin: string; vendor: string; say: TFunction },
): Placed<ShopifyRow> {
  const { listing, storyId } = own;
  const [photo] = own.photos;
  const { price, remarks } = itemPrice(own, { currency });
  if (price === undefined) return { entry: undefined, remarks };
  const family = familyOfGoods(own.facts);
  const tags = tagsOf(own.facts, own.language);
  const title = cutText(listing.title, upTo(TITLE_MAX));
  return {
    entry: {
      Handle: listing.slug,
      Title: title,
      "Body (HTML)": listingHtml(listing),
      Vendor: vendor,
      ...(family !== undefined && { Type: say(`families.${family}`) }),
      ...(tags.length > 0 && { Tags: tags.join(", ") }),
      ...(photo !== undefined && { "Image Src": origin + photoPath(photo, "large") }),
      // It comes as a draft: nothing is on sale there before a person has looked at it and added a photo.
      Published: "FALSE",
      Status: "draft",
      "Option1 Name": "Title",
      "Option1 Value": "Default Title",
      "Variant SKU": storyId,
      "Variant Inventory Policy": "deny",
      "Variant Fulfillment Service": "manual",
      "Variant Price": writeSum(price),
      "Variant Requires Shipping": "TRUE",
      "Variant Taxable": "TRUE",
    },
    remarks: [...remarks, { code: "fill-in-shopify" }, ...(title === listing.title ? [] : [{ code: "shortened" } as const])],
  };
}

/** The file, in UTF-8. A cell that a spreadsheet would run as a formula begins with an apostrophe. */
export function writeShopifyFile(rows: readonly ShopifyRow[]): string {
  return stringify([...rows], { header: true, columns: [...COLUMNS], escape_formulas: true });
}

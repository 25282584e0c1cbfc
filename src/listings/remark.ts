/** Why a listing is not in a file, or what is still missing for it there. Words: `locales/<language>/exports.json`. */
export const REMARKS = [
  "no-price",
  "price-range",
  "two-prices",
  "wholesale-only",
  "other-currency",
  "no-yen",
  "unwritable",
  "several-prices",
  "converted",
  "shortened",
  "no-photo",
  "no-stock",
  "fill-in-shopify",
  "fill-in-rakuten",
] as const;
export type RemarkCode = (typeof REMARKS)[number];

/** `facts` are what its words are filled in with: a currency of ours, an ISO date, characters. */
export type Remark = { code: RemarkCode; facts?: { currency?: string; date?: string; characters?: string } };

/** What a format makes of one listing: its entry in the file, none where it cannot be there, and what to say of it. */
export type Placed<Entry> = { entry: Entry | undefined; remarks: Remark[] };

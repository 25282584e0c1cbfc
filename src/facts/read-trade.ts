import { readDeals } from "./read-deals.ts";
import { readSizes } from "./read-measures.ts";
import { readPacks } from "./read-packs.ts";
import { readPrices } from "./read-prices.ts";
import { readLeast, readStock } from "./read-quantities.ts";
import type { Draft, SourceText } from "./source-text.ts";

/** Packs, sizes, least orders, prices and stock: an amount that tells one of them tells no other. */
export function readTrade(read: SourceText): Draft[] {
  const { packs, holders } = readPacks(read);
  const packed = new Set(packs.map(({ mention }) => mention));
  const { sizes, sized } = readSizes(read, packed);
  const { least, tiers, mentions } = readLeast(read, new Set([...packed, ...sized]));
  const prices = readPrices(read, packs, holders, tiers, mentions);
  return [
    ...packs.map(({ draft }) => draft),
    ...sizes,
    ...least,
    ...prices,
    ...readDeals(read, prices),
    ...readStock(read, new Set([...packed, ...sized, ...mentions])),
  ];
}

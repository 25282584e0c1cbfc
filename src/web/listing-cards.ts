import { createHash } from "node:crypto";
import { drawCard, type Card } from "#listings/draw-card.ts";
import { listPhotos } from "#photos/list-photos.ts";
import { readPhoto } from "#photos/read-photo.ts";
import type { Photo } from "#photos/photo.ts";
import { namePlace, nameProduct } from "#pitches/name-product.ts";
import { plainText } from "#pitches/ruby.ts";
import type { Services } from "#services.ts";
import type { FoundListing } from "#stories/find-listing.ts";
import { factValue } from "./pages/fact-value.ts";
import type { Page } from "./pages/page.ts";

/** Raised when the drawing changes. */
const DRAWING = 1;
/** Some sixty kilobytes each. */
const KEPT_MAX = 100;

type Told = Omit<Card, "photo"> & { photoId: string | undefined };
type Listed = { page: Page; found: FoundListing; photos: readonly Photo[] };

export type ListingCards = {
  /** Where the picture of a listing is, as it is now. */
  pathOf(listed: Listed): string;
  /** The picture as it is now, with its version. */
  draw(page: Page, found: FoundListing): Promise<{ picture: Uint8Array<ArrayBuffer>; version: string }>;
};

/** The pictures that go along where listings are shared, each drawn once as long as nothing on it changes. */
export function createListingCards(services: Services): ListingCards {
  const drawn = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

  const keep = (version: string, told: Told) => {
    const known = drawn.get(version) ?? drawTold(told);
    drawn.delete(version);
    drawn.set(version, known);
    known.catch(() => drawn.delete(version));
    const [oldest] = drawn.keys();
    if (drawn.size > KEPT_MAX && oldest !== undefined) drawn.delete(oldest);
    return known;
  };
  const drawTold = async ({ photoId, ...card }: Told) =>
    drawCard({ ...card, photo: photoId === undefined ? undefined : await readPhoto(services, photoId, "large") });

  return {
    pathOf: (listed) => `/${listed.page.language}/listings/${listed.found.listing.slug}/card.jpg?v=${versionOf(tell(listed))}`,
    async draw(page, found) {
      const told = tell({ page, found, photos: await listPhotos(services, found.storyId) });
      const version = versionOf(told);
      return { version, picture: await keep(version, told) };
    },
  };
}

/** Only what the listing was told from, as on the page itself. */
function tell({ page, found: { facts, listing }, photos }: Listed): Told {
  const { t, language } = page;
  const told = facts.filter(({ id }) => listing.factIds.includes(id));
  const [place, product] = [namePlace(told), nameProduct(told)].map((name) => name && plainText(name.text(language)));
  const price = told.find(({ kind, amount }) => kind === "price" && amount !== undefined);
  return {
    language,
    title: listing.title,
    names: [place, product].filter((name) => name !== undefined),
    place: place !== undefined && listing.title.includes(place) ? undefined : place,
    price: price && factValue(page, price),
    note: t("buyers:listing.direct"),
    brand: t("site.name"),
    photoId: photos[0]?.id,
  };
}

function versionOf(told: Told): string {
  return createHash("sha256")
    .update(JSON.stringify([DRAWING, told]))
    .digest("base64url")
    .slice(0, 16);
}

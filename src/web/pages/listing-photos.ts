import { html, raw } from "hono/html";
import { photoPath, widthOf, type Photo } from "#photos/photo.ts";
import type { Html } from "./layout.ts";
import type { Page } from "./page.ts";

/** The column is 46rem wide at most, a small one a part of it. */
const SIZES = { first: "(min-width: 48rem) 46rem, calc(100vw - 2rem)", other: "(min-width: 48rem) 15rem, calc(50vw - 1.5rem)" } as const;

/** The photo under the title: loaded at once, with its size, so that nothing moves when it comes. */
export function firstPhoto(page: Page, photos: readonly Photo[], name: string): Html {
  const [first] = photos;
  return first === undefined ? html`` : html`<p class="photo">${picture(page, photos, first, { name, place: "first" })}</p>`;
}

/** The others, loaded when the reader comes near. */
export function morePhotos(page: Page, photos: readonly Photo[], name: string): Html {
  if (photos.length < 2) return html``;
  return html`<section class="more-photos stack">
    <h2>${page.t("buyers:listing.more")}</h2>
    <ul class="photos plain">
      ${photos.slice(1).map((photo) => html`<li>${picture(page, photos, photo, { name, place: "other" })}</li>`)}
    </ul>
  </section>`;
}

function picture({ t }: Page, photos: readonly Photo[], photo: Photo, { name, place }: { name: string; place: keyof typeof SIZES }): Html {
  const alt =
    photos.length === 1
      ? t("buyers:listing.photo", { name })
      : t("buyers:listing.photoOf", { name, photo: photos.indexOf(photo) + 1, photos: photos.length });
  return html`<img
    src="${photoPath(photo, "large")}"
    srcset="${photoPath(photo, "small")} ${widthOf(photo, "small")}w, ${photoPath(photo, "large")} ${photo.width}w"
    sizes="${SIZES[place]}"
    width="${photo.width}"
    height="${photo.height}"
    alt="${alt}"
    ${raw(place === "first" ? 'fetchpriority="high"' : 'loading="lazy" decoding="async"')}
  />`;
}

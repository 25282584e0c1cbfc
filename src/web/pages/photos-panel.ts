import { html } from "hono/html";
import { PHOTOS_MAX, photoPath, widthOf, type Photo } from "#photos/photo.ts";
import type { Html } from "./layout.ts";
import type { Page } from "./page.ts";

/** Formats every phone can give; asked for these, an iPhone turns its own into a JPEG. */
const ACCEPTED = "image/jpeg,image/png,image/webp";

/** The photos on a story's listing, and the form that adds one. It needs no script. */
export function photosPanel(page: Page, storyId: string, photos: readonly Photo[]): Html {
  const { t } = page;
  const path = `/stories/${storyId}/photos`;
  return html`<section id="photos" class="card stack">
    <h2>${t("buyers:photos.heading")}</h2>
    <p class="hint" id="photos-hint">${t("buyers:photos.hint", { photos: PHOTOS_MAX })}</p>
    ${
      photos.length === 0
        ? ""
        : html`<ul class="photos plain">
            ${photos.map((photo, index) => shown(page, path, photo, index + 1))}
          </ul>`
    }
    ${
      photos.length >= PHOTOS_MAX
        ? html`<p>${t("buyers:photos.full", { photos: PHOTOS_MAX })}</p>`
        : html`<form method="post" action="${page.href(path)}" enctype="multipart/form-data" class="row">
            ${chooser(t)}
            <button>${t("buyers:photos.add")}</button>
          </form>`
    }
  </section>`;
}

/** The browser's own button speaks the browser's language: it lies unseen over ours, and is still what is tapped, focused and read out. */
function chooser(t: Page["t"]): Html {
  return html`<span class="file">
    <input id="photo" name="photo" type="file" accept="${ACCEPTED}" required aria-describedby="photos-hint" />
    <label for="photo" class="button">${t("buyers:photos.choose")}</label>
    <span class="hint not-chosen" aria-hidden="true">${t("buyers:photos.notChosen")}</span>
    <span class="hint chosen" aria-hidden="true">${t("buyers:photos.chosen")}</span>
  </span>`;
}

function shown(page: Page, path: string, photo: Photo, number: number): Html {
  const name = page.t("buyers:photos.number", { photo: number });
  const width = widthOf(photo, "small");
  return html`<li>
    <img
      src="${photoPath(photo, "small")}"
      width="${width}"
      height="${Math.round((photo.height * width) / photo.width)}"
      alt="${name}"
      loading="lazy"
    />
    <form method="post" action="${page.href(`${path}/${photo.id}/delete`)}" data-confirm="${page.t("buyers:photos.removeConfirm")}">
      <button class="quiet danger" aria-label="${page.t("buyers:photos.remove")}: ${name}">${page.t("buyers:photos.remove")}</button>
    </form>
  </li>`;
}

import type { Language } from "#i18n/language.ts";
import type { Listing } from "./listing.ts";

/** A listing as plain text under its title: a line a point, a line a paragraph. */
export function listingText({ summary, bullets, body }: Listing): string {
  return [summary, ...bullets, body].filter((part) => part !== "").join("\n");
}

/** The same as HTML that holds nothing of the text's own. */
export function listingHtml({ summary, bullets, body }: Listing): string {
  const points = bullets.map((bullet) => `<li>${escapeHtml(bullet)}</li>`).join("");
  const paragraphs = body.split(/\n+/).filter((paragraph) => paragraph !== "");
  return [
    `<p>${escapeHtml(summary)}</p>`,
    points === "" ? "" : `<ul>${points}</ul>`,
    ...paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`),
  ].join("");
}

/** Where a listing's page is. */
export function listingUrl(origin: string, language: Language, { slug }: Pick<Listing, "slug">): string {
  return `${origin}/${language}/listings/${slug}`;
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

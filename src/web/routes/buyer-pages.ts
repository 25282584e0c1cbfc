import { Hono, type Context } from "hono";
import { z } from "zod";
import { buyerQuestionRequestSchema } from "#buyers/buyer-question.ts";
import { findAsked } from "#buyers/find-asked.ts";
import { AppError } from "#errors.ts";
import type { Fact } from "#facts/fact.ts";
import { newSeed } from "#ids.ts";
import { languageSchema, type Language } from "#i18n/language.ts";
import { listingJsonLd } from "#listings/listing-json-ld.ts";
import { tellFact } from "#listings/tell-fact.ts";
import { listPhotos } from "#photos/list-photos.ts";
import { photoPath, photoSizeSchema } from "#photos/photo.ts";
import { readPhoto } from "#photos/read-photo.ts";
import type { Services } from "#services.ts";
import { findListing } from "#stories/find-listing.ts";
import type { AppEnv } from "#web/app-env.ts";
import { createListingCards, type ListingCards } from "#web/listing-cards.ts";
import { fieldErrorsOf } from "#web/invalid-fields.ts";
import { requireOwnPage } from "#web/middleware/authenticate.ts";
import { isKeepable } from "#web/middleware/check-text.ts";
import type { RateLimits } from "#web/middleware/limit-rate.ts";
import { originOf } from "#web/origin-of.ts";
import type { AskForm } from "#web/pages/ask-form.ts";
import { askedPage } from "#web/pages/asked-page.ts";
import { listingPage } from "#web/pages/listing-page.ts";
import { openPage } from "#web/pages/page.ts";
import { takeBuyerQuestion } from "#web/take-buyer-question.ts";

const FOR_EVER = "public, max-age=31536000, immutable";
const typedSchema = z.object({ id: z.string().catch(""), author: z.string().catch(""), text: z.string().catch("") });

/** What buyers open: a listing with its form, its pictures, and the page with the answer. */
export function buyerPageRoutes(services: Services, limits: RateLimits | undefined): Hono<AppEnv> {
  const pages = new Hono<AppEnv>();
  const cards = createListingCards(services);
  const showListing = listingShower(services, cards);

  pages.get("/:language{vi|en|ja}/listings/:slug", (c) => showListing(c, { id: newSeed(), author: "", text: "", problems: {} }));

  pages.get("/:language{vi|en|ja}/listings/:slug/card.jpg", async (c) => {
    const { language, slug } = placeOf(c);
    const { picture, version } = await cards.draw(openPage(services, c, language), await findListing(services, language, slug));
    // Under an old address there is the picture as it is now, for a while.
    const cacheControl = c.req.query("v") === version ? FOR_EVER : "public, max-age=300";
    return c.body(picture, 200, { "content-type": "image/jpeg", "cache-control": cacheControl });
  });

  pages.post("/:language{vi|en|ja}/listings/:slug/questions", async (c) => {
    requireKnownPage(services, c);
    const listing = placeOf(c);
    const { id, author, text } = typedSchema.parse(await c.req.parseBody());
    // A browser ends the lines of a form its own way, which would count twice.
    const typed = { id: id === "" ? newSeed() : id, author, text: text.replaceAll("\r\n", "\n") };
    const problems = problemsOf(services, listing.language, typed);
    if (Object.keys(problems).length > 0) return showListing(c, { ...typed, problems }, 422);
    try {
      const question = buyerQuestionRequestSchema.parse(typed);
      const { token } = await takeBuyerQuestion(services, limits, c, { listing, question });
      return c.redirect(`/${listing.language}/questions/${token}`, 303);
    } catch (error) {
      if (!(error instanceof AppError) || error.status === 404) throw error;
      const whole = services.words.in(listing.language, "errors")(`${error.code}.detail`, error.facts);
      return showListing(c, { ...typed, problems: { whole } }, error.status);
    }
  });

  pages.get("/:language{vi|en|ja}/questions/:token", async (c) => {
    const { token } = c.req.param();
    const asked = await findAsked(services, token);
    const language = languageSchema.parse(c.req.param("language"));
    const path = (other: Language) => `/${other}/questions/${token}`;
    const page = openPage(services, c, language);
    const languageLinks = languageSchema.options.map((other) => ({ language: other, href: path(other) }));
    c.header("cache-control", "no-store");
    return c.html(askedPage({ ...page, languageLinks }, asked, originOf(services, c) + path(language)));
  });

  pages.get("/photos/:name", async (c) => {
    const [, id, name] = /^(ph_[0-9a-z]+)-(\w+)\.webp$/.exec(c.req.param("name")) ?? [];
    const size = photoSizeSchema.safeParse(name).data;
    if (id === undefined || size === undefined) throw new AppError("photo_not_found");
    return c.body(await readPhoto(services, id, size), 200, { "content-type": "image/webp", "cache-control": FOR_EVER });
  });

  return pages;
}

function listingShower(services: Services, cards: ListingCards) {
  return async (c: Context<AppEnv>, form: AskForm, status: 200 | AppError["status"] = 200): Promise<Response> => {
    const { language, slug } = placeOf(c);
    const found = await findListing(services, language, slug);
    // Not `no-store`: who goes back finds what they typed. Asked again each time: a story may come back to an earlier address.
    c.header("cache-control", "no-cache");
    if (c.req.method === "GET" && found.listing.slug !== slug) {
      return c.redirect(`/${language}/listings/${found.listing.slug}${new URL(c.req.url).search}`, 301);
    }
    const photos = await listPhotos(services, found.storyId);
    const origin = originOf(services, c);
    const images = photos.map((photo) => origin + photoPath(photo, "large"));
    const linkedData = listingJsonLd({ ...found, language, origin, images, grower: found.grower.name });
    const page = openPage(services, c, language);
    const told = { words: services.words, facts: found.facts, said: found.words };
    const tell = (fact: Fact) => tellFact(told, fact, language);
    // The form's posts have to say where they come from.
    c.header("referrer-policy", "same-origin");
    return c.html(
      listingPage(page, { found, photos, linkedData, origin, card: cards.pathOf({ page, found, photos }), form, tell }),
      status,
    );
  };
}

function placeOf(c: Context<AppEnv>): { language: Language; slug: string } {
  return { language: languageSchema.parse(c.req.param("language")), slug: c.req.param("slug") ?? "" };
}

/** No cookie stands behind this form, so that a browser too old to say where a post comes from may send it. */
function requireKnownPage(services: Services, c: Context<AppEnv>): void {
  const said = [c.req.header("sec-fetch-site"), c.req.header("origin")];
  if (said.some((header) => header !== undefined)) requireOwnPage(services, c);
}

function problemsOf(services: Services, language: Language, typed: { id: string; author: string; text: string }): AskForm["problems"] {
  const say = services.words.in(language, "errors");
  const { error } = buyerQuestionRequestSchema.safeParse(typed);
  const faults = [
    ...fieldErrorsOf(error?.issues ?? [], typed),
    ...(["author", "text"] as const).flatMap((path) => (isKeepable(typed[path]) ? [] : [{ path, rule: "characters" }])),
  ];
  return Object.fromEntries(
    faults.map(({ path, rule, ...fact }) => [
      path === "id" ? "whole" : path,
      say(`fields.${rule}`, { limit: "limit" in fact ? fact.limit : "" }),
    ]),
  );
}

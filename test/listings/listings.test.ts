import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Fact } from "#facts/fact.ts";
import { LANGUAGES, type Language } from "#i18n/language.ts";
import { loadWords } from "#i18n/words.ts";
import { listingJsonLd } from "#listings/listing-json-ld.ts";
import { listingSlug } from "#listings/listing-slug.ts";
import { listingSchema } from "#listings/listing.ts";
import { writeListingByRules } from "#listings/write-listing-by-rules.ts";
import { fact, richFacts } from "../pitches/fixtures.ts";

const words = loadWords();
const STORY = "0199c0de-7a1e-7000-8000-0000deadbeef";
const write = (facts: readonly Fact[], language: Language) =>
  writeListingByRules({ storyId: STORY, facts, language, slug: listingSlug(STORY, facts), words });

describe("a listing told by the rules", () => {
  test("is whole in every language for any subset of facts, and rests on the same facts in each", () => {
    fc.assert(
      fc.property(fc.subarray([...richFacts]), (facts) => {
        const listings = LANGUAGES.map((language) => listingSchema.parse(write(facts, language)));
        for (const listing of listings) {
          const text = [listing.title, listing.summary, ...listing.bullets, listing.body].join("\n");
          expect(text).not.toMatch(/\{\{|undefined|NaN|\[|\]|\u2060|[.。]{2}| {2}/u);
          expect(listing.title).not.toBe("");
          expect(listing.bullets.length).toBeLessThanOrEqual(5);
          expect(listing.factIds).toEqual(listings[0]?.factIds);
        }
        expect(listings[1]?.title).toMatch(/^[\x20-\x7e]+$/);
      }),
      { numRuns: 60 },
    );
  });

  test("tells price, pack, order and origin wherever they are known", () => {
    const known = richFacts
      .filter(({ kind }) => ["price", "pack", "minimum-order", "contact", "origin", "product", "stock"].includes(kind))
      .map(({ id }) => id);
    for (const language of LANGUAGES) expect(write(richFacts, language).factIds).toEqual(expect.arrayContaining(known));
    expect(write(richFacts, "ja").summary).toContain("1キロ3万5千ドン");
  });

  test("has an address to write to where there is no phone, and where prices start where nothing sets them apart", () => {
    const price = (sum: number, start: number) =>
      fact("price", `${sum}`, { amount: { min: sum, max: sum, unit: "VND", per: "kg" }, start });
    const facts = [fact("contact", "vuon@farm.example"), price(30_000, 100), price(20_000, 200)];
    for (const language of LANGUAGES) {
      const { summary, bullets, body } = write(facts, language);
      expect([summary, ...bullets, body].join("\n")).toContain("vuon@farm.example");
    }
    expect(write(facts, "en").summary).toContain("from 20,000 dong per kilo; please ask about each kind");
  });
});

describe("a listing's address", () => {
  test("is made of product, place and the end of the story's id, folded and the same in every language", () => {
    expect(listingSlug(STORY, richFacts)).toBe("vai-thieu-luc-ngan-bac-giang-deadbeef");
    expect(listingSlug(STORY, [fact("product", "đu đủ", { term: "papaya" }), fact("origin", "Đà Lạt", { term: "place.da-lat" })])).toBe(
      "du-du-da-lat-deadbeef",
    );
    expect(listingSlug(STORY, [])).toBe("listing-deadbeef");
  });

  test("is always a valid slug", () => {
    fc.assert(
      fc.property(fc.string(), fc.subarray([...richFacts]), (id, facts) => {
        expect(listingSlug(id, facts)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      }),
    );
  });
});

describe("a listing's JSON-LD", () => {
  const linked = (facts: readonly Fact[]) =>
    listingJsonLd({ listing: write(facts, "en"), facts, language: "en", origin: "https://farm.example" });

  test("offers the price in the grower's own currency, per the unit it is for", () => {
    expect(linked(richFacts)).toMatchObject({
      "@type": "Product",
      url: "https://farm.example/en/listings/vai-thieu-luc-ngan-bac-giang-deadbeef",
      offers: {
        "@type": "Offer",
        price: 35000,
        priceCurrency: "VND",
        availability: "https://schema.org/InStock",
        priceSpecification: { referenceQuantity: { value: 1, unitCode: "KGM" } },
      },
    });
  });

  test("has no Offer where no price is known, and no stock where none was told", () => {
    expect(linked(richFacts.filter(({ kind }) => kind !== "price"))).not.toHaveProperty("offers");
    expect(linked(richFacts.filter(({ kind }) => kind !== "stock"))).not.toHaveProperty("offers.availability");
  });

  test("names the grower as its brand, by the name told in the notes, else by the account's, and nobody where nobody is named", () => {
    const told = [...richFacts.filter(({ kind }) => kind !== "grower"), fact("grower", "em Hương")];
    const brandOf = (facts: readonly Fact[], language: Language, grower?: string) =>
      listingJsonLd({ listing: write(facts, language), facts, language, origin: "https://farm.example", grower }).brand;
    for (const [language, name] of [
      ["vi", "Hương"],
      ["en", "Huong"],
      ["ja", "フオン"],
    ] as const) {
      expect(brandOf(told, language, "Vườn Đào Ngạn")).toEqual({ "@type": "Brand", name });
    }
    const nobody = told.filter(({ kind }) => kind !== "grower");
    expect(brandOf(nobody, "en", "Vườn Đào Ngạn")).toEqual({ "@type": "Brand", name: "Vườn Đào Ngạn" });
    expect(brandOf(nobody, "en")).toBeUndefined();
  });
});

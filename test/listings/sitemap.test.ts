import { sql } from "#database/drizzle.ts";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { LANGUAGES } from "#i18n/language.ts";
import { MAPPED_MAX } from "#listings/write-sitemap.ts";
import { requestStory } from "#stories/request-story.ts";
import { createTestApp, type TestApp } from "../web/test-app.ts";
import { tell } from "./tell.ts";

const linkSchema = z.object({ "@rel": z.literal("alternate"), "@hreflang": z.string(), "@href": z.url() });
const urlSchema = z.object({ loc: z.url(), lastmod: z.iso.datetime(), "xhtml:link": z.array(linkSchema) });
const setSchema = z.object({
  urlset: z.object({ "@xmlns:xhtml": z.literal("http://www.w3.org/1999/xhtml"), url: z.array(urlSchema).default([]) }),
});
const indexSchema = z.object({ sitemapindex: z.object({ sitemap: z.array(z.object({ loc: z.url() })) }) });
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  isArray: (name) => ["url", "xhtml:link", "sitemap"].includes(name),
});

let web: TestApp;
beforeAll(async () => void (web = await createTestApp({ PUBLIC_URL: "https://farm.example" })), 60_000);
afterAll(() => web.close());

async function read(path: string): Promise<unknown> {
  const { status, text, headers } = await web.ask("GET", path);
  expect(status).toBe(200);
  expect(headers.get("content-type")).toBe("application/xml; charset=utf-8");
  expect(text.length).toBeLessThan(50 * 1024 * 1024);
  expect(XMLValidator.validate(text)).toBe(true);
  return parser.parse(text);
}
const urls = async (path = "/sitemap.xml") => setSchema.parse(await read(path)).urlset.url;

describe("the sitemap", () => {
  test("is there with nothing in it, and robots.txt names it", async () => {
    expect(await urls()).toEqual([]);
    const { text, headers } = await web.ask("GET", "/robots.txt");
    expect(headers.get("content-type")).toMatch(/^text\/plain/);
    expect(text).toContain("\nSitemap: https://farm.example/sitemap.xml\n");
    expect(text).not.toMatch(/Disallow: \/(?:vi|en|ja|assets)?\/?\n/);
  });

  test("has each published listing in each language, with itself and all others as alternates, and what is not told yet not at all", async () => {
    const grower = await web.join("grower");
    await requestStory(web.services, grower.id, { notes: "vải thiều chưa kể" });
    await tell(web.services, grower.id, "vải thiều lục ngạn 35k/kg");
    const all = await urls();
    expect(all).toHaveLength(3);
    for (const { loc, "xhtml:link": links } of all) {
      expect((await web.ask("GET", new URL(loc).pathname)).text).not.toContain("noindex");
      expect(links.map((link) => link["@hreflang"]).toSorted()).toEqual([...LANGUAGES, "x-default"].toSorted());
      expect(links.filter((link) => link["@href"] === loc).map((link) => link["@hreflang"])).toContain(new URL(loc).pathname.slice(1, 3));
      for (const link of links) expect(all.map((each) => each.loc)).toContain(link["@href"]);
    }
  });

  test("is an index of pages where one would be too long, and they hold every listing once", async () => {
    const { db } = web.services.database;
    const more = 2 * MAPPED_MAX + 5;
    await db.execute(sql`insert into farmcast.stories (id, account_id, notes, markets, status, published_at)
      select 'st_many' || n, (select min(id) from farmcast.accounts), 'x', '{vn}', 'ready', now() from generate_series(1, ${more}) n`);
    await db.execute(sql`insert into farmcast.pitches (story_id, language, pitch, listing, slug)
      select 'st_many' || n, language, '{}', '{}', 'many-' || n from generate_series(1, ${more}) n, unnest(array['vi', 'en', 'ja']) language`);
    const { sitemap } = indexSchema.parse(await read("/sitemap.xml")).sitemapindex;
    expect(sitemap.map(({ loc }) => loc)).toEqual([1, 2, 3].map((page) => `https://farm.example/sitemap.xml?page=${page}`));
    const found: string[] = [];
    for (const { loc } of sitemap) {
      const page = await urls(new URL(loc).pathname + new URL(loc).search);
      expect(page.length).toBeLessThanOrEqual(50_000);
      found.push(...page.map((each) => each.loc));
    }
    expect(found).toHaveLength(3 * (more + 1));
    expect(new Set(found).size).toBe(found.length);
    for (const page of ["4", "0", "-1", "x", "1e9"]) expect((await web.ask("GET", `/sitemap.xml?page=${page}`)).status).toBe(404);
  });
});

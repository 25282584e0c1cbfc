import { eq, sql } from "#database/drizzle.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { OWNER_ACCOUNT_ID } from "#access/caller.ts";
import { accounts } from "#database/schema.ts";
import { foldText } from "#facts/fold.ts";
import { LANGUAGES } from "#i18n/language.ts";
import { loadLexicon } from "#lexicon/lexicon.ts";
import { searchListings } from "#listings/search-listings.ts";
import { growerOf } from "#stories/find-grower.ts";
import { findListings } from "#stories/find-listings.ts";
import { fact } from "../pitches/fixtures.ts";
import { createTestApp, type TestAccount, type TestApp } from "../web/test-app.ts";
import { tell } from "./tell.ts";

const NOTES = {
  lychee: "vải thiều lục ngạn 35k/kg, có vietgap",
  dragonFruit: "thanh long ruột đỏ bình thuận 20k/kg",
  tea: "trà ô long bảo lộc, hộp 100g 150k",
  longan: "nhãn lồng hưng yên 60k/kg",
  tomato: "cà chua bi đà lạt 30k/kg",
};
type Name = keyof typeof NOTES;

let web: TestApp;
let grower: TestAccount;
let other: TestAccount;
const slugs = new Map<string, Name>();
let path: string;

beforeAll(async () => {
  web = await createTestApp({ PUBLIC_URL: "https://farm.example" });
  grower = await web.join("Vườn Đào Ngạn");
  other = await web.join("other");
  path = `growers/vuon-dao-ngan-${grower.id.slice(-8)}`;
  for (const [name, notes] of Object.entries(NOTES)) {
    const id = await tell(web.services, grower.id, notes);
    const own = (await findListings(web.services, grower.id)).find(({ storyId }) => storyId === id);
    for (const known of ["lychee", "dragonFruit", "tea", "longan", "tomato"] as const)
      if (known === name) slugs.set(own?.listing.slug ?? "", known);
  }
  await tell(web.services, other.id, "cà phê buôn ma thuột 120k/kg");
}, 60_000);
afterAll(() => web.close());

const get = (address: string) => web.ask("GET", address);
const namesIn = (html: string) =>
  [...html.matchAll(/<h2><a href="\/(?:vi|en|ja)\/listings\/([^"]+)"/g)].map(([, slug = ""]) => slugs.get(slug) ?? slug);
const search = async (language: string, query: string) => {
  const { status, text } = await get(`/${language}/${path}?q=${encodeURIComponent(query)}`);
  expect(status).toBe(200);
  return namesIn(text).toSorted();
};

describe("a grower's catalogue", () => {
  test("has every listing of the grower in the page's language, the newest first, and nobody else's", async () => {
    for (const language of LANGUAGES) {
      const { status, text } = await get(`/${language}/${path}`);
      expect(status).toBe(200);
      expect(namesIn(text)).toEqual(["tomato", "longan", "tea", "dragonFruit", "lychee"]);
      for (const [, to] of text.matchAll(/<h2><a href="([^"]+)"/g)) expect((await get(to ?? "")).status).toBe(200);
      expect(text).not.toContain("noindex");
    }
  });

  test("and the pages of its listings lead to each other", async () => {
    const [slug = ""] = slugs.keys();
    for (const language of LANGUAGES) expect((await get(`/${language}/listings/${slug}`)).text).toContain(`href="/${language}/${path}"`);
  });

  test("names itself in each language, the same in all of them", async () => {
    const links = async (language: string) => {
      const { text } = await get(`/${language}/${path}`);
      expect(text).toContain(`<link rel="canonical" href="https://farm.example/${language}/${path}"`);
      return [...text.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)].map(([, name, href]) => `${name} ${href}`);
    };
    const expected = [
      ...LANGUAGES.map((language) => `${language} https://farm.example/${language}/${path}`),
      `x-default https://farm.example/en/${path}`,
    ];
    for (const language of LANGUAGES) expect(await links(language)).toEqual(expected);
  });

  test("says whose it is: by the name told in the notes, else by the account's; whoever runs the server has none", async () => {
    const headings = async (slug: string) =>
      Promise.all(
        LANGUAGES.map(async (language) => {
          const { text } = await get(`/${language}/growers/${slug}`);
          return [/<h1>([^<]*)</.exec(text)?.[1], /<title>([^<·]*) ·/.exec(text)?.[1]];
        }),
      );
    const named = await web.join("ten-dang-nhap");
    await tell(web.services, named.id, "vải thiều thanh hà 35k/kg, zalo em Hương 0987 654 321");
    await tell(web.services, named.id, NOTES.tea);
    const told = ["Hàng của Hương", "Products from Huong", "フオンさんの商品"];
    expect(await headings(`ten-dang-nhap-${named.id.slice(-8)}`)).toEqual(told.map((name) => [name, name]));
    expect((await headings(path.replace("growers/", ""))).map(([name]) => name)).toEqual([
      "Hàng của Vườn Đào Ngạn",
      "Products from Vườn Đào Ngạn",
      "Vườn Đào Ngạnの商品",
    ]);
    await tell(web.services, OWNER_ACCOUNT_ID, NOTES.tomato);
    const nameless = await headings(growerOf({ id: OWNER_ACCOUNT_ID, name: "owner" }).slug);
    expect(nameless.map(([name]) => name)).toEqual(["Hàng nhà vườn", "Products from the grower", "生産者の商品"]);
  });

  test("is found by its old address when the grower's name has changed, and by no other's", async () => {
    const { services } = web;
    const account = await web.join("Tên Cũ");
    await tell(services, account.id, NOTES.tea);
    const end = account.id.slice(-8);
    expect((await get(`/vi/growers/ten-cu-${end}`)).status).toBe(200);
    await services.database.db.update(accounts).set({ name: "Tên Mới" }).where(eq(accounts.id, account.id));
    const moved = await get(`/ja/growers/ten-cu-${end}?q=tea`);
    expect([moved.status, moved.headers.get("location")]).toEqual([301, `/ja/growers/ten-moi-${end}?q=tea`]);
    for (const slug of ["ten-moi", `ten-moi-${end.slice(1)}`, "%25", "_", "ten-moi-", "-"])
      expect((await get(`/vi/growers/${slug}`)).status).toBe(404);
  });

  test("comes in pages that lead to each other and hold every listing once", async () => {
    const { db } = web.services.database;
    const rich = await web.join("Nhiều Hàng");
    await db.execute(sql`insert into farmcast.stories (id, account_id, notes, markets, status, published_at)
      select 'st_rich' || n, ${rich.id}, 'x', '{vn}', 'ready', now() from generate_series(1, 100) n`);
    await db.execute(sql`insert into farmcast.pitches (story_id, language, pitch, listing, slug)
      select 'st_rich' || n, 'en', '{}', jsonb_build_object('slug', 'rich-' || n, 'title', 'Tea ' || n, 'summary', '', 'bullets', '[]'::jsonb,
      'body', '', 'factIds', '[]'::jsonb), 'rich-' || n from generate_series(1, 100) n`);
    const first = `/en/growers/nhieu-hang-${rich.id.slice(-8)}?q=tea`;
    const found: string[] = [];
    for (let next: string | undefined = first; next !== undefined;) {
      const { text } = await get(next);
      expect(text).toContain("100 products match");
      found.push(...namesIn(text));
      next = /rel="next" href="([^"]+)"/.exec(text)?.[1]?.replaceAll("&amp;", "&");
    }
    expect(found).toHaveLength(100);
    expect(new Set(found).size).toBe(100);
    const second = (await get(first.replace("?q=tea", "?page=2"))).text;
    expect(second).toContain(`<link rel="canonical" href="https://farm.example${first.replace("?q=tea", "?page=2")}"`);
    expect(second).toContain('rel="prev"');
    expect((await get(first.replace("/en/", "/ja/"))).text).toContain("見つかりませんでした");
  });

  test("is not there for a grower without a listing", async () => {
    const empty = await web.join("Chưa Có Gì");
    expect((await get(`/vi/growers/chua-co-gi-${empty.id.slice(-8)}`)).status).toBe(404);
  });
});

describe("searching it", () => {
  test.each<[Name, string[]]>([
    [
      "lychee",
      [
        "vai thieu",
        "vải thiều",
        "VẢI THIỀU",
        "vaithieu",
        "lychee",
        "Lychees",
        "ライチ",
        "ﾗｲﾁ",
        "らいち",
        "ＬＹＣＨＥＥ",
        "luc ngan",
        "ルックガン",
        "thieu lychee",
      ],
    ],
    [
      "dragonFruit",
      ["thanh long", "dragon fruit", "dragonfruit", "ドラゴンフルーツ", "ﾄﾞﾗｺﾞﾝﾌﾙｰﾂ", "どらごんふるーつ", "binh thuan", "dragon bình thuận"],
    ],
    ["longan", ["nhan long", "nhãn lồng", "longan", "竜眼", "hung yen", "Hưng Yên longan"]],
  ])("finds the %s by its names in three languages, with marks or without, in any width or kana, on every page", async (name, queries) => {
    for (const language of LANGUAGES) {
      for (const query of queries) expect(await search(language, query), `${language} ${query}`).toEqual([name]);
    }
  });

  test("takes the beginning of a word and never its middle, all words of the query, and a whole name before a beginning", async () => {
    expect(await search("en", "lyc")).toEqual(["lychee"]);
    expect(await search("en", "cherr")).toEqual(["tomato"]);
    expect(await search("vi", "chè")).toEqual(["tea"]);
    expect(await search("en", "chee")).toEqual([]);
    expect(await search("en", "lychee dragon")).toEqual([]);
    expect(await search("vi", "  ")).toHaveLength(5);
    expect(await search("vi", "%")).toHaveLength(5);
  });

  test("finds every product and variety of the lexicon by each of its names in the three languages, with marks or without", () => {
    const lost = loadLexicon()
      .filter(({ kind }) => kind === "product" || kind === "variety")
      .flatMap(({ id, ...term }) => {
        const sold = { titles: [], facts: [fact("product", "x", { term: id })] };
        const names = LANGUAGES.flatMap((language) => [term[language].name, ...(term[language].aliases ?? [])]);
        return [...names, ...names.map(foldText)]
          .filter((name) => searchListings([sold], name).length === 0)
          .map((name) => `${id} ${name}`);
      });
    expect(lost).toEqual([]);
  });

  test("says politely that nothing was found, with the way back, in a page that search engines leave out", async () => {
    const polite = { vi: "Anh chị thử gõ tên khác nhé", en: "Sorry, nothing here matches", ja: "申し訳ありません" };
    for (const language of LANGUAGES) {
      const { status, text } = await get(`/${language}/${path}?q=%3Cscript%3Exyz%3C/script%3E`);
      expect(status).toBe(200);
      expect(text).toContain(polite[language]);
      expect(text).toContain(`<p><a href="/${language}/${path}">`);
      expect(text).toContain('content="noindex"');
      expect(text).not.toContain("<script>xyz");
    }
  });

  test("bears whatever stands in the address", async () => {
    for (const query of ["q=%00", "q=%ED%A0%80", "q=%", "page=-1", "page=x", "page=99", `q=${"a".repeat(5000)}`, "q=a&q=b"])
      expect((await get(`/vi/${path}?${query}`)).status, query).toBe(200);
  });
});

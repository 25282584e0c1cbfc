import { parse } from "csv-parse/sync";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { loadWords } from "#i18n/words.ts";
import { exportFiles } from "#listings/export-files.ts";
import { toShiftJis } from "#listings/shift-jis.ts";
import type { OwnListing } from "#stories/find-listings.ts";
import { fact } from "../pitches/fixtures.ts";

const RUNS = 100;
const STORY = "st_0123456789abcdefghjk";
const price = fact("price", "1500 yên", { amount: { min: 1500, max: 1500, unit: "JPY" } });
const context = {
  language: "ja",
  currency: "JPY",
  origin: "https://farm.example",
  seller: "=cmd",
  say: loadWords().in("ja", "exports"),
} as const;

function own(written: Partial<OwnListing["listing"]>): OwnListing {
  const listing = {
    slug: "tra-bao-loc-1a2b3c4d",
    title: "茶",
    summary: "茶です。",
    bullets: [],
    body: "",
    factIds: [price.id],
    ...written,
  };
  return {
    storyId: STORY,
    language: "ja",
    listing,
    facts: [price],
    seller: undefined,
    words: { notes: "1500 yên", answers: [] },
    conflicts: [],
    photos: [],
    isPublished: true,
    updatedAt: new Date(0),
  };
}

/** What a text may hold at its worst: markup, formulas, control characters, kana of half width, letters of no old set, great length. */
const piece = fc.oneof(
  fc.constantFrom("=1+1", "+84", "-1", "@x", "＝A1", "\t=1", "<script>", "]]>", "&amp;", '"', ",", "\r\n", "\u0001", "\uFFFE"),
  fc.constantFrom("Lục Ngạn", "đ", "ﾗｲﾁ", "〜", "①", "㎡", "—", "é", "ライチ", "龍眼", "お茶", "℃", "😀", "𠮷", "髙", "한"),
  fc.string({ unit: "grapheme" }),
  fc.nat(400).map((length) => "ライチ".repeat(length)),
);
const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(""));
const listings = fc.record({ title: text, summary: text, bullets: fc.array(text, { maxLength: 3 }), body: text }).map(own);
const forJis = fc
  .array(fc.constantFrom("Lục Ngạn", "đ", "ﾗｲﾁ", "〜", "①", "㎡", "—", "é", "ライチ", "=1", "+84", "🥭".slice(2), "お茶"), {
    maxLength: 400,
  })
  .map((pieces) => pieces.join(""));
const writable = fc.record({ title: forJis, summary: forJis, bullets: fc.array(forJis, { maxLength: 3 }), body: forJis }).map(own);

const rowsOf = (content: string | Buffer) => z.array(z.record(z.string(), z.string())).parse(parse(content, { columns: true }));
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

describe("whatever a listing says", () => {
  test("the feed stays XML that reads back as it was said, within Google's lengths", () => {
    const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false, trimValues: false, isArray: (name) => name === "item" });
    const schema = z.object({
      rss: z.object({
        channel: z.object({
          item: z.tuple([
            z.looseObject({
              "g:structured_title": z.looseObject({ "g:content": z.string() }),
              "g:structured_description": z.looseObject({ "g:content": z.string() }),
            }),
          ]),
        }),
      }),
    });
    fc.assert(
      fc.property(listings, (listing) => {
        const xml = String(exportFiles.merchant([listing], context).write());
        expect(XMLValidator.validate(xml)).toBe(true);
        const [item] = schema.parse(parser.parse(xml)).rss.channel.item;
        const title = item["g:structured_title"]["g:content"];
        expect([...title].length).toBeLessThanOrEqual(150);
        expect([...item["g:structured_description"]["g:content"]].length).toBeLessThanOrEqual(5000);
        const said = listing.listing.title.replace(/[\u0001\uFFFE]/g, "");
        if ([...said].length <= 150 && !/[\u0000-\u001f\ufffe\uffff]/.test(said)) expect(title).toBe(said);
      }),
      { numRuns: RUNS },
    );
  });

  test("no cell of the CSV files is a formula, and nothing of the text is markup of its own", () => {
    fc.assert(
      fc.property(listings, (listing) => {
        for (const file of [exportFiles.shopify([listing], context), exportFiles.rakuten([listing], context)]) {
          const content = file.write();
          const rows = rowsOf(typeof content === "string" ? content : iconv.decode(content, "Shift_JIS"));
          for (const row of rows) {
            for (const cell of Object.values(row)) expect(cell).not.toMatch(FORMULA);
            const markup = row["Body (HTML)"] ?? row["PC用商品説明文"] ?? "";
            expect(markup.replaceAll(/<\/?(?:p|ul|li)>/g, "")).not.toMatch(/[<>]/);
          }
        }
      }),
      { numRuns: RUNS },
    );
  });

  test("Rakuten's file has only what Shift_JIS holds, within its lengths; a listing with anything else is left out with the reason", () => {
    fc.assert(
      fc.property(fc.oneof(listings, writable), (listing) => {
        const file = exportFiles.rakuten([listing], context);
        const content = file.write();
        const decoded = new TextDecoder("shift_jis", { fatal: true }).decode(new Uint8Array(Buffer.from(content)));
        const rows = rowsOf(decoded);
        const [place] = file.places;
        if (place?.included !== true) {
          expect(place?.remarks[0]).toMatchObject({ code: "unwritable", facts: { characters: expect.stringMatching(/./u) } });
          expect(rows).toEqual([]);
          return;
        }
        const questions = (text: string) => text.split("?").length;
        const { title, summary } = listing.listing;
        expect(questions(rows[0]?.["商品名"] ?? "")).toBeLessThanOrEqual(questions(title.normalize("NFKC")));
        expect(questions(rows[0]?.["キャッチコピー"] ?? "")).toBeLessThanOrEqual(questions(summary.normalize("NFKC")));
        expect(bytes(rows[0]?.["商品名"])).toBeLessThanOrEqual(255);
        expect(bytes(rows[0]?.["キャッチコピー"])).toBeLessThanOrEqual(174);
      }),
      { numRuns: 2 * RUNS },
    );
  });
});

const bytes = (cell = "") => iconv.encode(cell, "Shift_JIS").length;

test("a text goes into Shift_JIS with its equals, and what has none is named", () => {
  expect(toShiftJis("Lục Ngạn産〜5–7日 ①ﾗｲﾁ ㎡ é·đ")).toEqual({ text: "Luc Ngan産～5-7日 1ライチ m2 e・d", lost: [] });
  expect(toShiftJis("🥭と𠮷田").lost).toEqual(["🥭", "𠮷"]);
  expect(toShiftJis("髙橋").lost).toEqual(["髙"]);
});

test("what is cut ends in an ellipsis and is told, and what fits is not touched", () => {
  const long = own({ title: "新茶".repeat(100), body: "畑の話です。".repeat(2000) });
  const { places } = exportFiles.rakuten([long], context);
  expect(places[0]?.remarks.map(({ code }) => code)).toContain("shortened");
  const [row] = rowsOf(iconv.decode(Buffer.from(exportFiles.rakuten([long], context).write()), "Shift_JIS"));
  expect(row?.["商品名"]).toMatch(/^(?:新茶)+新?…$/);
  expect(bytes(row?.["商品名"])).toBeGreaterThan(250);
  expect(bytes(row?.["PC用商品説明文"])).toBeLessThanOrEqual(10_240);
  expect(exportFiles.rakuten([own({})], context).places[0]?.remarks.map(({ code }) => code)).not.toContain("shortened");
});

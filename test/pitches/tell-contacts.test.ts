import { expect, test } from "vitest";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";
import { MARKETS } from "#i18n/language.ts";
import { loadWords } from "#i18n/words.ts";
import { openPhrases } from "#pitches/phrases.ts";
import { plainText } from "#pitches/ruby.ts";
import { tellFacts } from "#pitches/tell-facts.ts";
import { readVoice } from "#pitches/voice.ts";
import { writePitchByRules } from "#pitches/write-pitch-by-rules.ts";

const words = loadWords();

function read(notes: string) {
  const said = { notes: `mật ong 200k/chai. ${notes}`, answers: [] };
  return { said, facts: readFactsByRules(said, [...MARKETS]).facts };
}

/** How each number is told, with the app where there is one. */
function ways(notes: string): string[] {
  const { said, facts } = read(notes);
  const tellings = tellFacts({ facts, phrases: openPhrases(words, readVoice("story-1", facts)), words: said }, ["contact"]);
  return tellings.map(({ key, slots }) =>
    [key, slots.app?.text("vi"), slots.phone?.text("vi")].filter((part) => part !== undefined).join(" "),
  );
}

test.each([
  ["Gọi chú Bảy 0903 222 111", ["contact 0903 222 111"]],
  ["Zalo 0903 222 111", ["contact-app Zalo 0903 222 111"]],
  ["nhan zalo 0903222111 dung goi", ["contact-app Zalo 0903 222 111"]],
  ["gọi zalo cô Lành 0903 222 111", ["contact-app Zalo 0903 222 111"]],
  ["LH 0903 222 111 (zalo)", ["contact-app Zalo 0903 222 111"]],
  ["đt/zalo 0903 222 111", ["contact-both Zalo 0903 222 111"]],
  ["Sđt 0903 222 111 có zalo", ["contact-both Zalo 0903 222 111"]],
  ["gọi hoặc nhắn zalo em Thảo 0903 222 111", ["contact-both Zalo 0903 222 111"]],
  ["Gọi 0903 222 111, zalo cùng số", ["contact-both Zalo 0903 222 111"]],
  ["Đt 0903 222 111, zalo 0977 111 333", ["contact 0903 222 111", "contact-app Zalo 0977 111 333"]],
  ["0903 222 111 zalo, gọi 0977 111 333", ["contact 0977 111 333", "contact-app Zalo 0903 222 111"]],
  ["zalo 0903 222 111, 0977 111 333", ["contact-app Zalo 0903 222 111 hoặc 0977 111 333"]],
  ["WhatsApp +84903222111", ["contact-app WhatsApp 0903 222 111"]],
  ["Nhắn tin 0903 222 111, không gọi", ["contact-text 0903 222 111"]],
  ["0903 222 111, không gọi sau 9h tối", ["contact 0903 222 111"]],
])("%s", (notes, told) => {
  expect(ways(notes)).toEqual(told);
});

test("nobody is asked to call a number that is written to", () => {
  const { said, facts } = read("Nhắn zalo 0903 222 111");
  const pitch = (language: "vi" | "en" | "ja") => {
    const { intro, loop } = writePitchByRules({ storyId: "story-1", facts, language, words, said });
    return plainText([...intro, ...loop].map(({ say }) => say).join("\n"));
  };
  expect(pitch("vi")).toMatch(/Zalo/u);
  expect(pitch("vi")).not.toMatch(/gọi (?:em |số )*0903/u);
  expect(pitch("en")).toMatch(/Zalo/u);
  expect(pitch("en")).not.toMatch(/call (?:me on )?0903/u);
  expect(pitch("ja")).toMatch(/Zaloの/u);
  expect(pitch("ja")).not.toMatch(/111(?:へ|まで)お電話|お電話は/u);
});

import { expect, test } from "vitest";
import { findTerm, loadLexicon, termsIn } from "#lexicon/lexicon.ts";

const certificates = loadLexicon().filter(({ kind }) => kind === "certificate");
const found = (text: string) =>
  termsIn(text, "vi")
    .map(({ id }) => id)
    .filter((id) => findTerm(id)?.kind === "certificate");

test("are many, and no forbidden form is among the names of any", () => {
  expect(certificates.length).toBeGreaterThanOrEqual(50);
  for (const { id, vi, en, ja } of certificates) {
    for (const { name, aliases = [], weak = [], forbidden = [] } of [vi, en, ja]) {
      expect([id, forbidden.filter((form) => [name, ...aliases, ...weak].includes(form))]).toEqual([id, []]);
    }
  }
});

test.each([
  ["có viet gap", "cert.vietgap"],
  ["co global gap roi", "cert.globalgap"],
  ["vuon co ma so vung trong", "cert.area-code"],
  ["đạt ocop 4 sao", "cert.ocop"],
  ["gao hccp", "cert.haccp"],
  ["đạt hữu cơ châu âu", "cert.organic-eu"],
  ["tôm có BAP", "cert.bap"],
])("is found as growers type it: %s", (text, certificate) => expect(found(text)).toContain(certificate));

test.each(["bap nep 10k mot trai", "bắp nếp", "để 4C được 7 ngày", "bảo quản 2-4c"])("is no certificate: %s", (text) =>
  expect(found(text)).toEqual([]),
);

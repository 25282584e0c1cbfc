import { expect, test } from "vitest";
import { checkMarkup } from "#checks/check-markup.ts";
import { loadWords } from "#i18n/words.ts";

const say = loadWords().in("en", "findings");
const UNSEEN =
  /[[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\p{Variation_Selector}\u115f\u1160\u2800\u3164\uffa0\ufffc\ufffd]--[\t\n\r]]|\u034f|\u17b4|\u17b5/v;
const STRANGE = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;
const units = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));

test("no single unit that is unseen, or a letter of another alphabet in a Latin word, passes for a usual one", () => {
  const passed = (sought: RegExp) => units.filter((unit) => sought.test(unit) && checkMarkup({ text: `xo${unit}ai`, say }).length === 0);
  expect(passed(UNSEEN)).toEqual([]);
  expect(passed(STRANGE).filter((unit) => /\p{L}/u.test(unit))).toEqual([]);
});

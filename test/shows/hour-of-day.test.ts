import { expect, test } from "vitest";
import { indexLines } from "#shows/index-lines.ts";
import { scriptTexts } from "#shows/script-texts.ts";

const OPENS = ["Xưởng em mở cửa lúc 14 giờ.", "We open at 14:00."] as const;
const AFTERNOON = ["Xưởng em mở cửa lúc 2 giờ chiều.", "We open at 2 p.m."] as const;
const BREWED = ["Cà phê ủ lạnh 20 tiếng mới rót ra chai.", "The coffee is cold-brewed for 20 hours, then bottled."] as const;
const WITHIN = ["Hàng tới tay khách trong 24 giờ.", "It reaches you within 24 hours."] as const;

test.each([
  [OPENS, "xưởng em mở cửa lúc hai giờ chiều", "We open at 14:00."],
  [OPENS, "xưởng em mở cửa lúc ba giờ chiều", "We open at 15:00."],
  [OPENS, "xưởng em mở cửa lúc mười bốn giờ chiều", "We open at 14:00."],
  [OPENS, "xưởng em mở cửa lúc ba giờ", undefined],
  [OPENS, "xưởng em mở cửa lúc mười bốn giờ sáng", undefined],
  [OPENS, "xưởng em mở cửa lúc hai giờ rưỡi chiều", undefined],
  [AFTERNOON, "xưởng em mở cửa lúc mười lăm giờ", "We open at 3 p.m."],
  [AFTERNOON, "xưởng em mở cửa lúc mười bốn giờ chiều", "We open at 2 p.m."],
  [AFTERNOON, "xưởng em mở cửa lúc hai giờ sáng", undefined],
  [BREWED, "cà phê ủ lạnh tám tiếng mới rót ra chai", "The coffee is cold-brewed for 8 hours, then bottled."],
  [WITHIN, "hàng tới tay khách trong mười hai giờ", "It reaches you within 12 hours."],
])("an hour is told in the line's own half of the day and a length of time as it is: %s, “%s”", ([vi, en], text, told) => {
  const index = indexLines([{ id: "line", vi, en }]);
  expect(scriptTexts({ index, next: -1, languages: ["vi", "en"] }, { text, final: true })?.texts.en).toBe(told);
});

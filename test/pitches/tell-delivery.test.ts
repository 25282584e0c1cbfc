import { describe, expect, test } from "vitest";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";
import { LANGUAGES, MARKETS } from "#i18n/language.ts";
import { loadWords } from "#i18n/words.ts";
import { openPhrases } from "#pitches/phrases.ts";
import { plainText } from "#pitches/ruby.ts";
import { tellFacts } from "#pitches/tell-facts.ts";
import { readVoice } from "#pitches/voice.ts";
import { writePitchByRules } from "#pitches/write-pitch-by-rules.ts";

const words = loadWords();

/** What is told of how the goods of some notes are sent, in each language. */
function tell(notes: string) {
  const said = { notes, answers: [] };
  const { facts } = readFactsByRules(said, [...MARKETS]);
  const phrases = openPhrases(words, readVoice("story-1", facts));
  const tellings = tellFacts({ facts, phrases, words: said }, ["delivery"]);
  return tellings.map(({ slots }) => LANGUAGES.map((language) => plainText(Object.values(slots)[0]?.text(language) ?? "")));
}

test("several towns with one verb", () => {
  expect(tell("xoài Cao Lãnh 30k/kg, giao Sài Gòn và Hà Nội 3-4 ngày")[0]).toEqual([
    "nhà tui gửi hàng tới Sài Gòn và Hà Nội, hàng tới trong 3 đến 4 ngày",
    "we deliver to Saigon and Hanoi and your order arrives in 3 to 4 days",
    "サイゴンとハノイへお届けし、お届けまで3～4日です",
  ]);
});

test("that the buyer pays the freight", () => {
  expect(tell("dưa hấu Long An 8k/kg, xe tải chở tới chợ Hóc Môn nhưng mà khách trả tiền xe")[0]?.[2]).toContain(
    "送料はお客様のご負担です",
  );
});

test("each place with its own time", () => {
  expect(tell("bưởi Diễn 30k/quả, giao Sài Gòn 1 ngày Hà Nội 3 ngày")[0]?.[1]).toBe(
    "delivery to Saigon takes 1 day and delivery to Hanoi takes 3 days",
  );
  expect(tell("xoài Cao Lãnh 30k/kg, giao Huế 2 ngày, Sài Gòn 3-4 ngày")[0]?.[1]).toBe(
    "delivery to Hue takes 2 days and delivery to Saigon takes 3 to 4 days",
  );
  const told = tell("bưởi Diễn 30k/quả, ship nội thành 1 ngày, tỉnh 2-3 ngày").map((each) => each[1]);
  expect(told).toEqual([
    "we deliver within the city and your order arrives in 1 day",
    "to other provinces your order arrives in 2 to 3 days",
  ]);
});

test("that it costs nothing, and where", () => {
  expect(tell("nấm rơm Đồng Tháp 90k/kg, freeship toàn quốc")[0]).toEqual([
    "nhà tui giao miễn phí toàn quốc",
    "we ship nationwide in Vietnam free of charge",
    "ベトナム全国へ送料無料で発送します",
  ]);
  expect(tell("nem nướng 120k/kg, miễn phí giao nội thành Huế")[0]).toEqual([
    "nhà em giao miễn phí nội thành Huế",
    "we deliver within Hue free of charge",
    "フエ市内へは送料無料でお届けします",
  ]);
  expect(tell("giò lụa 180k/kg, phí ship 25k, đơn trên 400k miễn phí ship")[0]).toEqual([
    "phí giao là 25 nghìn, đơn từ 400 nghìn trở lên thì nhà em không tính tiền gửi",
    "delivery costs 25,000 dong and delivery is free from 400,000 dong up",
    "送料は2万5千ドンで、40万ドン以上は送料無料です",
  ]);
  expect(tell("giò lụa 180k/kg, mua nguyên cây thì giao miễn phí").map(([, en]) => en)).not.toContain("we deliver free of charge");
});

test("two ways of sending are not run together", () => {
  expect(tell("bún khô 40k/kg, giao nội thành Huế, ship toàn quốc qua bưu điện")[0]?.[0]).toBe(
    "nhà em giao nội thành Huế, gửi đi toàn quốc, gửi bưu điện",
  );
});

describe("what it costs", () => {
  test.each([
    [
      "mận hậu 40k/kg, ship nội tỉnh 17k, ngoại tỉnh 33k",
      "delivery within the province costs 17,000 dong and delivery to other provinces costs 33,000 dong",
      "省内への送料は1万7千ドンで、ほかの省への送料は3万3千ドンです",
    ],
    [
      "man hau 40k/kg, ship noi thanh 16k, tinh 29k",
      "delivery within the city costs 16,000 dong and delivery to other provinces costs 29,000 dong",
      "市内への送料は1万6千ドンで、ほかの省への送料は2万9千ドンです",
    ],
    [
      "nho 70k/kg, ship 23k, 3-5 ngày",
      "your order arrives in 3 to 5 days and delivery costs 23,000 dong",
      "お届けまで3～5日で、送料は2万3千ドンです",
    ],
    [
      "na dai 50k/kg, phí 55k/đơn, đơn từ 6kg miễn phí",
      "delivery costs 55,000 dong an order and delivery is free from 6 kilos up",
      "送料は1件5万5千ドンで、6キロ以上は送料無料です",
    ],
    ["ổi lê 20k/kg, hỏa tốc SG 45k", "express delivery to Saigon costs 45,000 dong", "サイゴンへの特急便の送料は4万5千ドンです"],
    [
      "cam xoàn 30k/kg, gửi xe khách 25k/thùng",
      "we send orders by passenger coach and delivery costs 25,000 dong a box",
      "長距離バス便でお送りし、送料は1箱2万5千ドンです",
    ],
    ["cam xoàn 30k/kg, ship cod 30k toàn quốc", "delivery anywhere in Vietnam costs 30,000 dong and you can pay on delivery", undefined],
    ["cam xoàn 30k/kg. Giao xe tải đi Nam Định tính 3 ngàn/kg", "delivery to Nam Dinh costs 3,000 dong a kilo", undefined],
    ["cam xoàn 30k/kg, ship 15-25k tùy xa gần", "delivery costs 15,000 to 25,000 dong depending on where you are", undefined],
    [
      "cam xoan 30k/kg, hoa toc hn 40k, thuong 22k",
      "express delivery to Hanoi costs 40,000 dong and standard delivery costs 22,000 dong",
      undefined,
    ],
    [
      "ổi lê 20k/kg. Hoả tốc HN 41k, ship thường 24k, 2-4 ngày",
      "express delivery to Hanoi costs 41,000 dong, standard delivery costs 24,000 dong, and your order arrives in 2 to 4 days",
      undefined,
    ],
    ["ổi lê 50k/kg. Xe tải đi Sài Gòn 2k/kg", "delivery to Saigon costs 2,000 dong a kilo", undefined],
    [
      "trà xanh 400k/kg, free ship nội tỉnh, ngoại tỉnh 31k",
      "delivery within the province is free and delivery to other provinces costs 31,000 dong",
      "省内へは送料無料でお届けし、ほかの省への送料は3万1千ドンです",
    ],
  ])("%s", (notes, en, ja) => {
    const [told] = tell(notes);
    expect(told?.[1]).toBe(en);
    if (ja !== undefined) expect(told?.[2]).toBe(ja);
  });

  test("who pays, and for which orders", () => {
    expect(tell("bí đỏ 12k/kg, ship toàn quốc, người mua chịu phí")[0]?.[1]).toBe(
      "we ship nationwide in Vietnam and you pay for the delivery",
    );
    expect(tell("cá khô 150k/kg, đơn dưới 3kg khách trả ship")[0]).toEqual([
      "đơn dưới 3 cân thì phí giao các bác trả giúp em",
      "you pay for the delivery of orders under 3 kilos",
      "3キロ未満のご注文は送料をご負担いただきます",
    ]);
    expect(tell("cá khô 150k/kg, bao ship nội thành, tỉnh khác khách chịu cước").map(([, en]) => en)).toEqual([
      "we deliver within the city free of charge",
      "to other provinces you pay for the delivery",
    ]);
  });

  test("from which order on it costs nothing", () => {
    const free = (notes: string) => tell(notes)[0]?.[1];
    expect(free("gạo ST25 25k/kg, miễn phí từ 18 bao")).toBe("delivery is free from 18 bags up");
    expect(free("gao st25 25k/kg, don 750k free")).toBe("delivery is free from 750,000 dong up");
    expect(free("quất cảnh 300k/chậu, mua 3 chậu bao ship")).toBe("delivery is free from 3 pots up");
    expect(free("gạo ST25 25k/kg, mua 20kg trở lên miễn phí vận chuyển nội thành Huế")).toBe(
      "delivery within Hue is free from 20 kilos up",
    );
    expect(free("mít 20k/kg, đơn từ 5 khách miễn phí vé vườn")).toBeUndefined();
  });

  test("a part of the country keeps its own way", () => {
    expect(tell("khoai lang 20k/kg, ngoài bắc gửi máy bay 2 ngày, phí 21k/kg")[0]).toEqual([
      "đi miền Bắc, nhà em gửi máy bay, hàng đến trong 2 ngày, phí giao là 21 nghìn một cân",
      "to the north we send orders by air, your order arrives in 2 days, and delivery costs 21,000 dong a kilo",
      "北部へは、航空便でお送りし、お届けまで2日で、送料は1キロ2万1千ドンです",
    ]);
  });

  test("nobody has to ask for it where it is told", () => {
    const asks = (notes: string) => {
      const said = { notes, answers: [] };
      const { facts } = readFactsByRules(said, [...MARKETS]);
      return [...Array(20).keys()].some((at) =>
        writePitchByRules({ storyId: `story-${at}`, facts, language: "en", words, said }).loop.some(({ say }) =>
          say.includes("delivery costs, message"),
        ),
      );
    };
    expect(asks("mận hậu 40k/kg, có ship")).toBe(true);
    expect(asks("mận hậu 40k/kg, ship 25k")).toBe(false);
  });
});

import { describe, expect, test } from "vitest";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";
import { LANGUAGES, MARKETS } from "#i18n/language.ts";
import { loadWords } from "#i18n/words.ts";
import { writeListingByRules } from "#listings/write-listing-by-rules.ts";

const words = loadWords();

const read = (notes: string) => readFactsByRules({ notes, answers: [] }, [...MARKETS]).facts;
/** The goods as a listing calls them in Vietnamese, English and Japanese. */
const titles = (notes: string) =>
  LANGUAGES.map((language) => writeListingByRules({ storyId: "told-names", facts: read(notes), language, slug: "goods", words }).title);
const goodsIn = (notes: string) => read(notes).flatMap(({ kind, term }) => (kind === "product" && term !== undefined ? [term] : []));

describe("goods are told by their own name, not by that of a thing like them", () => {
  test.each([
    // Another object of the same material.
    ["Thảm cói 250k/tấm", "Thảm cói", "Sedge rugs", "カヤツリグサのラグ"],
    ["Dép cói 45k/đôi", "Dép cói", "Sedge slippers", "カヤツリグサのスリッパ"],
    ["Đồ cói 90k/cái", "Đồ cói", "Sedge ware", "カヤツリグサの編み製品"],
    ["Đệm bàng 180k/cái", "Đệm bàng", "Grey sedge mats", "レピロニアのござ"],
    ["Thảm lục bình 300k/tấm", "Thảm lục bình", "Water hyacinth rugs", "ホテイアオイのラグ"],
    ["Giỏ mây 150k/cái", "Giỏ mây", "Rattan baskets", "籐かご"],
    ["Mẹt tre 40k/cái", "Mẹt tre", "Bamboo ware", "竹製品"],
    ["Khăn lụa 350k/cái", "Khăn lụa", "Silk scarves", "シルクスカーフ"],
    ["Túi thổ cẩm 120k/cái", "Túi thổ cẩm", "Brocade bags", "民族織物のバッグ"],
    ["Áo thổ cẩm 450k/cái", "Áo thổ cẩm", "Brocade clothes", "民族織物の服"],
    ["Túi lanh 250k/cái", "Túi lanh", "Hemp bags", "麻のバッグ"],
    ["Gùi 300k/cái", "Gùi", "Back baskets", "背負いかご"],
    ["Ba lô 380k/cái", "Ba lô", "Backpacks", "リュックサック"],
    ["Cao chàm 200k/kg", "Cao chàm", "Indigo paste", "泥藍"],
    ["Tranh sơn mài 2 triệu/bức", "Tranh sơn mài", "Lacquer paintings", "漆絵"],
    ["Khăn thêu 60k/cái", "Khăn thêu", "Embroidered cloths", "刺繍入りの布もの"],
    ["Sổ giấy dó 90k/cuốn", "Sổ giấy dó", "Do paper goods", "ゾー紙の雑貨"],
    ["Vòng trầm hương 900k/cái", "Vòng trầm hương", "Agarwood bracelets", "沈香のブレスレット"],
    ["Lược sừng 80k/cái", "Lược sừng", "Horn combs", "水牛の角の櫛"],
    ["Đồ sừng 80k/cái", "Đồ sừng", "Horn ware", "水牛の角細工"],
    ["Muỗng gáo dừa 15k/cái", "Muỗng gáo dừa", "Coconut shell ware", "ヤシ殻細工"],
    ["Cối đá 700k/cái", "Cối đá", "Stone mortars", "石臼"],
    ["Vải áo dài 300k/mét", "Vải áo dài", "Ao dai fabric", "アオザイ生地"],
    ["Nước rửa chén bồ hòn 60k/chai", "Nước rửa chén bồ hòn", "Soapberry wash", "ムクロジの洗浄液"],
    // Another scent, village or people.
    ["Nhang quế 40k/bó", "Nhang quế", "Cinnamon incense", "シナモンのお香"],
    ["Nhang trầm 60k/bó", "Nhang trầm", "Agarwood incense", "沈香のお香"],
    ["Nhang sạch 30k/bó", "Nhang sạch", "Incense", "お香"],
    ["Tranh dân gian 150k/bức", "Tranh dân gian", "Folk woodcut prints", "民間版画"],
    ["Dao Đa Sỹ 250k/con", "Dao rèn Đa Sỹ", "Forged knives from Da Sy", "ダーシーの鍛造包丁"],
    ["Tương Nam Đàn 50k/chai", "Tương đậu nành Nam Đàn", "Fermented soybean sauce from Nam Dan", "ナムダンのトゥオン"],
    ["Mì gạo 30k/kg", "Mì gạo", "Fine rice noodles", "細切り米麺"],
    ["Muối ngâm chân 50k/gói", "Muối ngâm chân", "Foot soak salt", "足湯用の塩"],
    ["Gạo nàng thơm 22k/kg", "Gạo nàng thơm", "Nang Thom rice", "ナントム種のお米"],
    // Another species or variety.
    ["Sâm cau đỏ 150k/kg", "Sâm cau đỏ", "Red sam cau root", "赤サムカウの根"],
    ["Cá basa 60k/kg", "Cá basa", "Basa", "バサ"],
    ["Cá trắm đen 150k/kg", "Cá trắm đen", "Black carp", "アオウオ"],
    ["Cá hồng Mỹ 140k/kg", "Cá hồng Mỹ", "Red drum", "レッドドラム"],
    ["Ghẹ ba chấm 200k/kg", "Ghẹ ba chấm", "Three-spot swimming crabs", "ジャノメガザミ種のワタリガニ"],
    ["Mực lá 320k/kg", "Mực lá", "Bigfin reef squid", "アオリイカ"],
    ["Tinh dầu tràm trà 120k/chai", "Tinh dầu tràm trà", "Tea tree oil", "ティーツリー精油"],
    ["Gừng gió 60k/kg", "Gừng gió", "Shampoo ginger", "ハナショウガ"],
    ["Trám trắng 70k/kg", "Trám trắng", "White canarium fruit", "白カンランの実"],
    ["Lá chanh 40k/kg", "Lá chanh", "Lime leaves", "ライムの葉"],
    ["Nấm mối đen 300k/kg", "Nấm mối đen", "Black termite mushrooms", "ナムモイデン"],
    ["Dâu da xoan 30k/kg", "Dâu da xoan", "Dau da xoan fruit", "ザウザーソアンの実"],
    ["Đậu đen 60k/kg", "Đậu đen", "Black cowpeas", "黒ささげ"],
    ["Hoa mai 200k/chậu", "Hoa mai", "Yellow mai blossoms", "ホアマイ"],
    ["Nho đỏ 60k/kg", "Nho đỏ", "Red grapes", "赤ぶどう"],
    ["Cà pháo 30k/kg", "Cà pháo", "White eggplants", "白なす"],
    ["Trứng vịt trời 5k/quả", "Trứng vịt trời", "Mallard eggs", "マガモの卵"],
    // Another part.
    ["Lá đinh lăng 60k/kg", "Lá đinh lăng", "Polyscias leaves", "ディンランの葉"],
    ["Hạt sở 40k/kg", "Hạt sở", "Tea oil camellia seeds", "油茶の実"],
    ["Bơ ca cao 300k/kg", "Bơ ca cao", "Cocoa butter", "カカオバター"],
    ["Củ dong riềng 8k/kg", "Dong riềng", "Canna root", "食用カンナ"],
    // Fresh, dried, raw, roasted, pickled, in extract.
    ["Bún tươi 15k/kg", "Bún tươi", "Fresh rice noodles", "生ブン麺"],
    ["Cơm dừa 30k/kg", "Cơm dừa", "Coconut meat", "ココナッツの果肉"],
    ["Lươn sấy 600k/kg", "Lươn sấy", "Dried swamp eel", "タウナギの干物"],
    ["Cá thu nướng 300k/kg", "Cá thu nướng", "Grilled Spanish mackerel", "焼きサワラ"],
    ["Hạt sen rang 200k/kg", "Hạt sen rang", "Roasted lotus seeds", "煎り蓮の実"],
    ["Hồng sấy dẻo 200k/kg", "Hồng sấy dẻo", "Dried persimmons", "干し柿"],
    ["Cao atiso 120k/hũ", "Cao atiso", "Artichoke extract", "アーティチョークエキス"],
    ["Dưa bồn bồn 60k/kg", "Dưa bồn bồn", "Pickled cattail shoots", "ガマの若芽の漬物"],
    ["Bột ớt 150k/kg", "Bột ớt", "Chilli powder", "粉唐辛子"],
    ["Bò gác bếp 900k/kg", "Bò gác bếp", "Smoked beef", "牛肉の燻製"],
    ["Cao cà gai leo 150k/hũ", "Cao cà gai leo", "Ca gai leo extract", "カーガイレオエキス"],
    ["Hải sâm khô 900k/kg", "Hải sâm khô", "Dried sea cucumber", "干しナマコ"],
    ["Nấm rơm muối 90k/kg", "Nấm rơm muối", "Salted straw mushrooms", "フクロタケの塩漬け"],
    ["Mận sấy dẻo 250k/kg", "Mận sấy dẻo", "Dried plums", "干しすもも"],
    ["Mơ sấy dẻo 250k/kg", "Mơ sấy dẻo", "Dried ume apricots", "干し梅"],
    ["Táo mèo khô 120k/kg", "Táo mèo khô", "Dried H'mong apples", "乾燥タオメオ"],
    ["Sung sấy 300k/kg", "Sung sấy", "Dried figs", "ドライいちじく"],
    ["Sầu riêng sấy 400k/kg", "Sầu riêng sấy", "Durian chips", "ドリアンチップス"],
    ["Me sấy 90k/kg", "Me sấy", "Dried tamarind", "ドライタマリンド"],
    ["Siro mận 95k/chai", "Siro mận", "Plum syrup", "すももシロップ"],
    ["Siro mơ 95k/chai", "Siro mơ", "Ume syrup", "梅シロップ"],
    ["Xi rô gừng 80k/chai", "Xi rô gừng", "Ginger syrup", "しょうがシロップ"],
    ["Giấm mơ 50k/chai", "Giấm mơ", "Vinegar", "酢"],
    ["Mứt dứa 60k/hũ", "Mứt dứa", "Candied fruit", "ムット"],
    ["Cá cơm rim 80k/hũ", "Cá cơm rim", "Glazed anchovies", "カタクチイワシの甘辛煮"],
    ["Tép khô 200k/kg", "Tép khô", "Dried tiny shrimp", "干し小エビ"],
    ["Ruốc bò 400k/kg", "Ruốc bò", "Beef floss", "牛肉でんぶ"],
    // Another sweet or dish.
    ["Bánh giò 12k/cái", "Bánh giò", "Pork rice dumplings", "豚肉入りバインゾー"],
    ["Mứt gừng 90k/kg", "Mứt gừng", "Candied ginger", "しょうがの砂糖漬け"],
    ["Muối vừng lạc 80k/hũ", "Muối vừng lạc", "Sesame and peanut salt", "ごまとピーナッツの塩"],
    ["Bánh tráng dừa 40k/chục", "Bánh tráng dừa", "Coconut rice crackers", "ココナッツ入りライスせんべい"],
    ["Đậu phụ nhự 40k/hũ", "Đậu phụ nhự", "Fermented tofu", "腐乳"],
    ["Sâm ngâm mật ong 350k/hũ 500g", "Sâm ngâm mật ong", "Ginseng in honey", "人参のはちみつ漬け"],
    ["Sâm dây ngâm mật ong 200k/hũ", "Sâm dây ngâm mật ong", "Codonopsis in honey", "党参のはちみつ漬け"],
    ["Mật ong hoa rừng 150k/lít", "Mật ong hoa rừng", "Forest-flower honey", "森の花のはちみつ"],
  ])("%s", (notes, ...told) => {
    expect(titles(notes)).toEqual(told);
  });
});

describe("a bare word is not taken for other goods", () => {
  test.each([
    ["mac ca nut vo 180k/kg, nhan 350k/kg", ["macadamia"]],
    ["nha em co mac ca: hat say 200k, nhan 420k/kg", ["macadamia"]],
    ["nhan mac ca tach vo 420k/kg", ["macadamia"]],
    ["hat dieu rang muoi 250k/kg, nhan 300k/kg", ["cashew"]],
    ["lac rang 60k/kg, nhan long 50k/kg", ["peanut", "longan"]],
    ["ban nhan 50k/kg va mac ca 200k/kg", ["longan", "macadamia"]],
    ["Mắc ca 200k/kg, nhãn 50k/kg", ["macadamia", "longan"]],
  ])("kernels (nhân) are no longans (nhãn): %s", (notes, goods) => {
    expect(goodsIn(notes)).toEqual(goods);
  });

  test.each([
    ["hang co san day nha moi nguoi, vai thieu 25k/kg", ["lychee"]],
    ["xoai 45k/kg, het hang con roi nhe", ["mango"]],
    ["cam sanh 20k/kg do co bang cap nen ban duoc gia", ["orange"]],
    ["mam ruoc 60k/hu, mam cua nha lam", ["krill-paste"]],
  ])("everyday words are no sắn dây, con rối, cỏ bàng or mắm cua: %s", (notes, goods) => {
    expect(goodsIn(notes)).toEqual(goods);
  });

  test("sticks of incense (nhang que) are of no scent, and cakes (bánh gio, bánh giò) of no kind, until their marks tell", () => {
    expect(titles("nhang que 40k/bo")).toEqual(["Nhang", "Incense", "お香"]);
    expect(goodsIn("banh gio 12k/cai")).toEqual([]);
  });
});

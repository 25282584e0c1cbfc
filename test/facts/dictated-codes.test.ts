import { describe, expect, test } from "vitest";
import { readAmounts } from "#facts/amounts.ts";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";

const read = (notes: string) => readFactsByRules({ notes, answers: [] }, ["vn"]).facts;
const termsOf = (notes: string, kind: string) => read(notes).flatMap((fact) => (fact.kind === kind ? [fact.term] : []));
const amounts = (notes: string) => readAmounts(notes, "vi").map(({ quote }) => quote);

describe("a code of the lexicon is known in the words it is dictated in", () => {
  test.each([
    ["gạo ST hai lăm Sóc Trăng bao mười ký ba trăm ngàn", "variety", "rice.st25"],
    ["gạo ST hai mươi lăm bao năm ký", "variety", "rice.st25"],
    ["gạo st hăm bốn bao năm ký", "variety", "rice.st24"],
    ["gạo OM năm bốn năm một ruộng nhà", "variety", "rice.om5451"],
    ["gạo OM mười tám vụ hè thu", "variety", "rice.om18"],
    ["gao OM muoi tam vu he thu", "variety", "rice.om18"],
    ["bơ không ba bốn Di Linh bốn lăm ngàn một ký", "variety", "avocado.034"],
    ["bo khong ba tu Di Linh 45k", "variety", "avocado.034"],
    ["cam V hai Cao Phong ba chục ngàn ký", "variety", "orange.v2"],
    ["nho NH không một bốn tám giòn ngọt", "variety", "grape.nh01-48"],
    ["dứa MD hai mười lăm ngàn một trái", "variety", "pineapple.md2"],
    ["tôm khô xưởng có ISO chín không không một", "certification", "cert.iso9001"],
    ["cá tra phi lê ISO hai mươi hai ngàn", "certification", "cert.iso22000"],
    ["hạt điều rang FSSC hai hai không không không", "certification", "cert.fssc22000"],
  ])("%s", (notes, kind, term) => expect(termsOf(notes, kind)).toContain(term));

  test.each([
    ["bơ booth bảy chục ngàn ký", "avocado.034"],
    ["bơ sáp Di Linh gọi không ba bốn năm sáu bảy tám chín không một", "avocado.034"],
    ["cam V hai chục ngàn ký", "orange.v2"],
  ])("%s has none", (notes, term) => expect(termsOf(notes, "variety")).not.toContain(term));
});

describe("no part of a dictated code is an amount", () => {
  test.each([
    ["gạo ST hai bốn năm ký một trăm ngàn", ["năm ký", "một trăm ngàn"]],
    ["bơ không ba bốn ba chục ngàn một ký", ["ba chục ngàn một ký"]],
    ["nếp TB mười bốn bao mười ký hai trăm ngàn", ["mười ký", "hai trăm ngàn"]],
    ["gạo OM bảy ba bốn bảy bao năm ký một trăm ngàn", ["năm ký", "một trăm ngàn"]],
    ["cà phê TR chín hai lăm ngàn ký", ["hai lăm ngàn ký"]],
    ["chả cá đạt ISO hai hai không không không khay bốn lạng", ["bốn lạng"]],
  ])("%s", (notes, said) => expect(amounts(notes)).toEqual(said));

  test.each([
    ["gửi HN hai ba ngày", ["hai ba ngày"]],
    ["giao SG hai chục ngàn", ["hai chục ngàn"]],
    ["CÒN HAI MƯƠI KÝ", ["HAI MƯƠI KÝ"]],
  ])("%s counts", (notes, said) => expect(amounts(notes)).toEqual(said));
});

test.each<[string, string[]]>([
  ["túi bảy chục ngàn năm gói một hộp", ["bảy chục ngàn", "năm gói một hộp"]],
  ["hũ sáu chục ngàn năm phút là chín", ["sáu chục ngàn", "năm phút"]],
  ["can ba trăm ngàn năm lít", ["ba trăm ngàn", "năm lít"]],
  ["hu 50 ngan nam goi", ["50 ngan", "nam goi"]],
])("a five behind a sum counts what follows it: %s", (notes, said) => expect(amounts(notes)).toEqual(said));

const dong = (notes: string) => readAmounts(notes, "vi").flatMap(({ unit, min }) => (unit === "VND" ? [min] : []));

test.each([
  ["gói bốn chục ngàn thùng mười gói ba trăm tám còn hai chục thùng", [40_000, 380_000]],
  ["goi bon chuc ngan, hop nam goi mot tram chin", [40_000, 190_000]],
  ["hũ nhỏ bảy chục ngàn hũ lớn một trăm ba lăm", [70_000, 135_000]],
  ["kẹo dừa gói 45k, hộp 10 gói 420", [45_000, 420_000]],
  ["gói 30k, mỗi hộp 120 viên", [30_000]],
  ["hộp năm túi một trăm chín mươi gam", []],
  ["gói 30k, đặt một hộp hai trăm người khen", [30_000]],
])("behind a price in thousands the next pack's goes without them: %s", (notes, sums) => expect(dong(notes)).toEqual(sums));

test.each([
  ["135 cành một ký", [135_000]],
  ["135 canh 1 ky", [135_000]],
  ["giá 90 cành thôi nha", [90_000]],
  ["túi 500g 65 cành nha", [65_000]],
  ["trăm hai cành/kg", [120_000]],
  ["hai chục cành một bó", []],
  ["hoa đào giá 90k một cành", [90_000]],
  ["bán 50 cành đào", []],
  ["thùng hai trăm ngàn chẵn", [200_000]],
])("a branch is a thousand where it is paid: %s", (notes, sums) => expect(dong(notes)).toEqual(sums));

test.each([
  ["hũ nhỏ năm lăm ngàn hũ lớn chín lăm còn mười hũ", [55_000, 95_000]],
  ["mắm chai 500ml 45k, chai 1 lít 85, can 5 lít 400", [45_000, 85_000, 400_000]],
  ["hũ một lạng sáu chục ngàn hũ hai lạng trăm mốt", [60_000, 110_000]],
  ["hũ 500g 90k, hộp 12", [90_000]],
  ["hũ 500g 90k, date 30.", [90_000]],
  ["thùng 5kg 90k, thùng 10kg 20-30 trái", [90_000]],
  ["chai 500ml 85, chai 1 lít 150 độ", []],
])("so does a larger size's, and what a box holds is no price: %s", (notes, sums) => expect(dong(notes)).toEqual(sums));

const priced = (notes: string) =>
  readAmounts(notes, "vi").flatMap(({ unit, min, per }) => (unit === "VND" ? [`${min}${per === undefined ? "" : `/${per}`}`] : []));

test.each([
  ["bịch nửa ký chín chục ngàn ký trăm bảy", ["90000", "170000/kg"]],
  ["lạng tám chục ngàn ký bảy trăm rưỡi", ["80000", "750000/kg"]],
  ["cam ba chục ngàn ký mười ký hai trăm tám", ["30000/kg", "280000"]],
  ["cam ba chục ngàn ký hai trăm ngàn thùng", ["30000/kg", "200000"]],
  ["cam ba chục ngàn ký ba trăm ký trở lên hai lăm ngàn", ["30000/kg", "25000"]],
  ["tiêu chín chục ngàn ký", ["90000/kg"]],
])("a unit between two prices leads the next where that has none: %s", (notes, prices) => expect(priced(notes)).toEqual(prices));

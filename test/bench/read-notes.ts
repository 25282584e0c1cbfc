import { readFactsByRules } from "../../src/facts/read-facts-by-rules.ts";
import { median, ROUNDS, type Bench, type Result } from "./result.ts";

const LENGTH = 12_000;
const NOTE =
  "Vải thiều Lục Ngạn nhà em còn tầm 3 tấn, 35-40 quả/kg, giá 35k/kg, lấy từ 500kg tính 30k, thùng xốp 10kg, để ngăn mát 7 ngày, ship toàn quốc 2-3 ngày, VietGAP, không thuốc diệt cỏ, thu từ 10/6 đến 20/7. Gọi chị Hoa 0912 345 678. ";
/** Texts that a reader of patterns could lose itself in: one thing over and over. */
const HOSTILE = [
  "a",
  "1",
  " ",
  "một ",
  "a\u0301",
  "\u0301",
  "👨‍👩‍👧",
  "a.a.",
  "1-",
  "1/",
  "(",
  "trăm ",
  "kg ",
  "thùng ",
  "tháng 6 ",
  "một ký ba tới ",
  "không ",
  "Đà ",
  "カカオ",
  "0912345678, ",
  "ship Huế 20k, ",
  "đơn 500k free ",
  "\n",
];

/** What it costs to read the longest notes that are taken: a grower's, and the worst of the hostile ones. */
export const readNotes: Bench = {
  run: () => {
    let told = 0;
    // Numbered, for what was read of a text is kept for a while.
    const read = (piece: string) => {
      const notes = filled(piece, `${(told += 1)} `);
      return timeOf(() => readFactsByRules({ notes, answers: [] }, ["vn", "us", "jp"]));
    };
    read(NOTE);
    const real = median(Array.from({ length: ROUNDS }, () => read(NOTE)));
    const worst = HOSTILE.map((piece) => ({ piece, ms: Math.min(read(piece), read(piece)) })).reduce((one, other) =>
      other.ms > one.ms ? other : one,
    );
    const results: Result[] = [
      {
        name: "read 12,000 characters",
        unit: "ms",
        ours: real,
        promise: { of: "ours", atMost: 100 },
        note: "a grower's notes, three markets",
      },
      {
        name: "read hostile notes",
        unit: "ms",
        ours: worst.ms,
        promise: { of: "ours", atMost: 200 },
        note: `the worst of ${HOSTILE.length}: ${JSON.stringify(worst.piece)} over and over`,
      },
    ];
    return Promise.resolve(results);
  },
};

function filled(piece: string, head: string): string {
  return (head + piece.repeat(Math.ceil(LENGTH / piece.length))).slice(0, LENGTH);
}

function timeOf(task: () => unknown): number {
  const startedAt = performance.now();
  task();
  return performance.now() - startedAt;
}

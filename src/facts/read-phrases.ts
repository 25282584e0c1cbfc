import { overlaps, said, type Span } from "./said.ts";
import { amountOf, clauseAt, find, sentenceAt, trim, wordsIn, type Draft, type SourceText } from "./source-text.ts";

const NO = "(?:không|ko|k|hông|hổng|chẳng|kg)";
const STORAGE = said(
  "(?:để |cất |bảo quản |giữ |trữ |treo |bỏ |cho vào |đậy kín |ở |trong |nơi |chỗ )*(?:(?:tủ|ngăn|kho) (?:mát|lạnh|đông|đá)|(?:nơi|chỗ) (?:\\p{L}+ )?(?:khô|mát|thoáng|kín|râm|tối|sạch)(?: (?:khô|ráo|mát|thoáng|kín|râm|gió|sạch|tránh nắng|tránh ánh nắng|tránh ẩm))*|nhiệt độ (?:phòng|thường)|túi kín|hũ kín|lọ kín|tránh (?:nắng|ẩm|ánh nắng|ánh sáng))|keep (?:dry|cool|refrigerated)|store in",
);
const DELIVERY = said(
  `ship|freeship|giao(?! lưu| mùa| dịch| tiếp)|gửi(?! lời)|~chở|cho (?:tận|ra chợ)|vận chuyển|nhà xe|xe khách|viettel post|ghn|ghtk|bưu điện|(?:mai|hôm sau|sáng mai) (?:có|nhận) (?:liền|hàng|ngay)?|we (?:can )?ship|delivery`,
);
const JAPANESE_DELIVERY = /(?:冷蔵便|冷凍便|宅配|送料|発送|お届け|送ります)/gu;
const NOT_SENT = said(`${NO} (?:ship|giao|gửi)|chưa (?:ship|giao)|giao cho thương lái`);
const DONE_WITHOUT = `(?:${NO}|chưa từng|chẳng|nói không với) (?:có |dùng |sử dụng |hề |cho |bị )?(?:phun|xịt|thuốc|hóa chất|ngâm|giú|tẩy|tẩm|phẩm màu|chất|hàn the|lưu huỳnh|sấy lưu huỳnh|pha|độn|bảo quản|phân hóa học|phân bón hóa học|kích thích|ép chín|chì|cho ong ăn|biến đổi|gmo|thêm|đường|tăng trọng|kháng sinh|phụ gia|màu)(?: \\p{L}+){0,4}`;
const DONE = said(
  `${DONE_WITHOUT}|phơi(?: \\p{L}+){0,2}|sấy(?: \\p{L}+){1,2}|ủ (?:chượp|chum|men|hoai|\\d)|rang (?:mộc|củi|tay)|sao (?:tay|suốt|chảo|củi)|hái (?:tay|chín|lứa|búp|trong ngày|tận vườn)|thủy canh|(?:bón|dùng) phân(?: \\p{L}+){1,4}|chín cây|cắt già(?: trên cây)?|nung(?: \\p{L}+){0,2}|đan tay|dệt tay|bao (?:trái|quả) (?:từ|khi|bằng)|trồng trên(?: \\p{L}+){1,4}|nhà (?:màng|lưới|kính)|tưới nhỏ giọt|theo hướng hữu cơ|canh tác hữu cơ|làm cỏ(?: bằng)? tay|tự hái|hun khói|quay (?:tay|ly tâm)|lên men|chế biến ướt|chế biến khô|xay mới|chiết cành|thụ phấn tay|ép lạnh|vô tâm`,
);
const TASTE = said(
  "ngọt(?: \\p{L}+){0,2}|giòn(?: \\p{L}+)?|mọng nước|thơm(?: \\p{L}+){0,2}|dẻo(?: \\p{L}+)?|cùi dày|cơm (?:vàng|dày|trắng)(?: hạt lép)?|đậm (?:đà|vị)|hạt lép|dai ngon|béo ngậy|chua (?:nhẹ|ngọt)|bùi",
);
const GROWER = said(
  "(?:htx|hợp tác xã|tổ hợp tác)(?: \\p{L}+)?|(?:làm|trồng|nghề|nuôi)(?: \\p{L}+){0,4}? (?:\\d+|\\p{L}+) (?:đời|năm)(?: nay)?",
);
const CALLED =
  /(?<![\p{L}])(?:anh|chị|cô|chú|bác|ông|bà|em|Ms|Mr|Mrs|Dì|Cậu|Ba|Tư|Năm|Sáu|Bảy|Tám|Út|Anh|Chị|Cô|Chú|Bác|Ông|Bà|Em)\.? (?:\p{Lu}\p{Ll}+)(?: \p{Lu}\p{Ll}+)?/gu;
const SENT = said("gửi|ship|giao|xe");
const NOT_DONE = said("nhà xe|bảo quản");
const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;
const STORY = said("\\d+ đời|(?:hai|ba|bốn|năm) đời|ông bà để lại|cha truyền con nối|từ (?:thời|đời) (?:ông|cha|cố)");

/** Storage, delivery, practices, contacts, taste and who grows it: told in phrases. */
export function readPhrases(read: SourceText, taken: readonly Draft[]): Draft[] {
  const storage = find(read, STORAGE).map(({ start, end }): Draft => ({ kind: "storage", start, end, ...degreesAfter(read, end) }));
  return [
    ...oncePerSentence(
      read,
      storage.filter((draft) => !isSent(read, draft)),
    ),
    ...readDelivery(read),
    ...readPractices(read),
    ...[...read.text.matchAll(EMAIL)].map((match): Draft => ({ kind: "contact", start: match.index, end: match.index + match[0].length })),
    ...read.phones.map(({ start, end }): Draft => ({ kind: "contact", start, end })),
    ...find(read, TASTE)
      .filter(
        (found) =>
          !taken.some((draft) => draft.kind === "sweetness" && sentenceAt(read, draft.start).start === sentenceAt(read, found.start).start),
      )
      .map(({ start, end }): Draft => ({ kind: "taste", start, end })),
    ...find(read, STORY).map(({ start, end }): Draft => ({ kind: "story", start, end })),
    ...readGrowers(read),
  ];
}

/** `gửi xe lạnh` is sent, not stored. */
function isSent(read: SourceText, span: Span): boolean {
  return wordsIn(read, clauseAt(read, span.start).start, span.end).search(SENT) !== -1;
}

function degreesAfter(read: SourceText, at: number): Partial<Draft> {
  const mention = read.amounts.find((amount) => amount.unit === "celsius" && amount.start >= at && amount.start - at <= 4);
  return mention === undefined ? {} : { end: mention.end, ...amountOf(mention) };
}

function readDelivery(read: SourceText): Draft[] {
  const drafts = [...find(read, DELIVERY), ...find(read, JAPANESE_DELIVERY)].flatMap((found): Draft[] => {
    const clause = clauseAt(read, found.start);
    const span = nearWords(read, clause, found, { before: 16, words: 9 });
    if (wordsIn(read, clause.start, found.end).search(NOT_SENT) !== -1) return [];
    const mention = read.amounts.find((amount) => overlaps(amount, span) && ["day", "time"].includes(amount.dimension));
    return [{ kind: "delivery", ...span, ...(mention === undefined ? {} : amountOf(mention)) }];
  });
  return oncePerSentence(
    read,
    drafts.toSorted((left, right) => left.start - right.start),
  );
}

/** The rest of the clause, or of a dictated breath: a text without commas is cut after some words. */
function nearWords(read: SourceText, clause: Span, found: Span, { before, words }: { before: number; words: number }): Span {
  const long = clause.end - clause.start > 90;
  const start = long || found.start - clause.start > before ? found.start : clause.start;
  const rest = read.text.slice(found.end, clause.end);
  const cut = [...rest.matchAll(/\S+\s*/gu)].slice(0, words).reduce((length, match) => length + match[0].length, 0);
  return trim(read, { start, end: long ? found.end + cut : clause.end });
}

function readPractices(read: SourceText): Draft[] {
  const found = find(read, DONE).filter((span) => wordsIn(read, span.start - 6, span.start).search(NOT_DONE) === -1);
  const merged: Draft[] = [];
  for (const { start, end } of found.toSorted((left, right) => left.start - right.start)) {
    const last = merged.at(-1);
    const between = last === undefined ? "." : read.text.slice(last.end, start);
    if (last !== undefined && /^[^.!?\n;\d]{0,18}$/u.test(between)) last.end = Math.max(last.end, end);
    else merged.push({ kind: "practice", start, end });
  }
  return merged.map((draft) => {
    const span = widened(read, draft);
    const mention = read.amounts.find(
      (amount) => overlaps(amount, span) && ["%", "day", "month", "celsius", "time"].includes(amount.dimension),
    );
    return { ...draft, ...span, ...(mention === undefined ? {} : amountOf(mention)) };
  });
}

/** Takes in the amount that ends the practice: `phơi nắng 3 ngày`, `hái chín 95%`. */
function widened(read: SourceText, draft: Span): Span {
  const next = read.amounts.find(
    (amount) =>
      amount.start >= draft.end - 2 && amount.start - draft.end <= 2 && ["%", "day", "month", "celsius", "time"].includes(amount.dimension),
  );
  return { start: draft.start, end: Math.max(draft.end, next?.end ?? 0) };
}

function readGrowers(read: SourceText): Draft[] {
  const called = [...read.text.matchAll(CALLED)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  const others = find(read, GROWER).map(({ start, end }) => ({ start, end }));
  return [...called, ...others]
    .filter((span) => !read.shut.some((shut) => overlaps(shut, span)))
    .map((span): Draft => ({ kind: "grower", ...span }));
}

function oncePerSentence(read: SourceText, drafts: Draft[]): Draft[] {
  return drafts.filter((draft, index) => {
    const sentence = sentenceAt(read, draft.start).start;
    return drafts.findIndex((other) => sentenceAt(read, other.start).start === sentence) === index;
  });
}

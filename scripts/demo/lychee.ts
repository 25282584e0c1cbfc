import type { PreparedLine } from "#shows/show.ts";

/** As a grower types them on a phone between two rows of trees. */
export const NOTES = `vải thiều thanh hà nhà e đây ạ, vườn ở xã Thanh Sơn, Thanh Hà, Hải Dương
bố mẹ e trồng hơn 20 năm r, 130 gốc. nam nay sai quả lắm còn tầm 3 tấn thôi
co giấy VietGAP đầy đủ nha, ngưng phun trc khi hái 15 ngày
qua to đều 30-35 quả/kg, đo 18-19 độ brix, hạt nhỏ cùi dày ngọt lịm ko chua
gia: thung 5kg 225k, thung 10kg 430k. ai lấy từ 10 thùng trở lên e để 40k/kg
hái lúc 4h sáng, đóng thùng xốp kèm đá, ship toan quoc 2-3 ngay, HN nhan trong ngay
để ngăn mát dc 7 ngày nhé, mùa từ 5/6 đến hết tháng 6 thui
zalo e Huong 0987 654 321`;

/** What the streamer prepared besides the pitch. */
export const SCRIPT: PreparedLine[] = [
  {
    id: "hello",
    vi: "Cả nhà ơi, hôm nay em lên vườn vải Thanh Hà hái trực tiếp cho cả nhà xem nha!",
    en: "Hi everyone! Today I'm in the lychee orchard in Thanh Ha, picking live for you.",
    ja: "みなさん、今日はタンハーのライチ園から、収穫の様子を生でお届けします！",
  },
  {
    id: "peel",
    vi: "Em bóc một quả cho cả nhà xem, hạt nhỏ, cùi dày, mọng nước luôn.",
    en: "Let me peel one for you: small seed, thick flesh, full of juice.",
    ja: "ひとつむいてみますね。種が小さくて果肉が厚く、果汁たっぷりです。",
  },
  {
    id: "price",
    vi: "Thùng 5 ký giá 225 nghìn, thùng 10 ký giá 430 nghìn.",
    en: "A 5 kg box is 225,000 dong, and a 10 kg box is 430,000 dong.",
    ja: "5キロ箱は22万5,000ドン、10キロ箱は43万ドンです。",
  },
  {
    id: "ship",
    vi: "Vải đóng thùng xốp kèm đá, gửi toàn quốc, 2 đến 3 ngày là tới.",
    en: "The lychees are packed with ice in foam boxes and reach you anywhere in Vietnam in 2 to 3 days.",
    ja: "ライチは氷と一緒に発泡スチロール箱に詰めて、ベトナム全国へ2〜3日でお届けします。",
  },
  {
    id: "order",
    vi: "Ai chốt thì nhắn em tên, số điện thoại với địa chỉ nha.",
    en: "To order, just send me your name, phone number and address.",
    ja: "ご注文の方は、お名前とお電話番号、ご住所をお送りください。",
  },
];

/** What the streamer then says, as a recogniser hears it: no capitals, no commas, numbers in words. `pitch` says a line of the pitch. */
export const SENTENCES: ({ what: string; text: string } | { what: string; pitch: number })[] = [
  { what: "a prepared line", text: "cả nhà ơi hôm nay em lên vườn vải thanh hà hái trực tiếp cho cả nhà xem nha" },
  { what: "free talk", text: "cả nhà nghe rõ em nói không ạ" },
  { what: "a line of the pitch", pitch: 0 },
  { what: "free talk that only a model can translate", text: "chị lan ở đà nẵng ơi em thấy tin nhắn của chị rồi ạ" },
  { what: "a prepared line, not word for word", text: "để em bóc một quả cho cả nhà xem nè hạt nhỏ cùi dày mọng nước luôn á" },
  { what: "a line of the pitch", pitch: 1 },
  { what: "a price, said in words", text: "thùng năm ký giá hai trăm hai mươi lăm nghìn thùng mười ký giá bốn trăm ba mươi nghìn" },
  { what: "the price changed on air", text: "thùng năm ký giá hai trăm mười nghìn thùng mười ký giá bốn trăm nghìn" },
  { what: "what a recogniser makes of noise", text: "hãy subscribe cho kênh để không bỏ lỡ những video hấp dẫn" },
  { what: "a prepared line", text: "vải đóng thùng xốp kèm đá gửi toàn quốc hai đến ba ngày là tới" },
  { what: "free talk", text: "em vừa mới hái xong đây ạ" },
  { what: "a line of the pitch", pitch: 2 },
  { what: "a prepared line", text: "ai chốt thì nhắn em tên số điện thoại với địa chỉ nha" },
];

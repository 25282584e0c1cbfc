import { describe, expect, test } from "vitest";
import { isNoise } from "#shows/is-noise.ts";

describe("what a recogniser makes of silence and music is noise", () => {
  test.each([
    "Hãy subscribe cho kênh Ghiền Mì Gõ Để không bỏ lỡ những video hấp dẫn",
    "hãy đăng ký kênh để ủng hộ kênh của mình nhé",
    "nhớ đăng kí kênh để nhận thêm clip hay",
    "Các bạn hãy đăng ký kênh La La School để không bỏ lỡ những video hấp dẫn",
    "nhớ nhấn nút đăng ký và bấm chuông để nhận thông báo",
    "Đừng quên like, share và subscribe để ủng hộ kênh",
    "Cảm ơn các bạn đã theo dõi và hẹn gặp lại.",
    "Xin chân thành cảm ơn quý vị đã quan tâm theo dõi",
    "Cảm ơn quý vị và các bạn đã xem. Xin chào và hẹn gặp lại.",
    "cảm ơn các bạn đã xem video",
    "Hẹn gặp lại các bạn trong những video tiếp theo",
    "cảm ơn mọi người đã theo dõi và ủng hộ kênh",
    "Cảm ơn các bạn đã luôn đồng hành cùng kênh của chúng tôi",
    "cảm ơn các bạn đã ủng hộ kênh trong suốt thời gian qua",
    "các bạn nhớ ủng hộ kênh nhé",
    "Theo dõi kênh để không bỏ lỡ tập mới",
    "Cảm ơn quý vị đã dành thời gian theo dõi",
    "cảm ơn đã xem",
    "Xin cảm ơn và hẹn gặp lại",
    "hẹn gặp lại trong video sau",
    "mời các bạn đón xem tập tiếp theo",
    "hãy để lại bình luận bên dưới video",
    "các bạn hãy like và chia sẻ video này",
    "nếu thấy hay thì cho mình một like",
    "Đừng quên đăng ký và chia sẻ nhé",
    "Video này được tài trợ bởi",
    "Kính chào quý khán giả",
    "cam on cac ban da theo doi kenh",
    "hẹn gặp lại quý vị ở chương trình sau",
    "Chào mừng các bạn đã quay trở lại với kênh của mình",
    "Phụ đề được thực hiện bởi cộng đồng Amara.org",
    "Vietsub by Kites",
    "Bản quyền thuộc về Đài truyền hình Việt Nam",
    "hay dang ky kenh de ung ho kenh cua minh nhe",
    "Thank you for watching!",
    "Thanks so much for watching.",
    "Please like and subscribe to my channel",
    "Don't forget to subscribe",
    "See you in the next video!",
    "Subtitles by the Amara.org community",
    "Transcription by CastingWords",
    "ご視聴ありがとうございました",
    "最後までご視聴いただきありがとうございます。チャンネル登録お願いします",
    "请不吝点赞 订阅 转发 打赏支持明镜与点点栏目",
    "시청해 주셔서 감사합니다.",
    "Продолжение следует...",
    "[âm nhạc]",
    "(Tiếng vỗ tay) [Âm nhạc]",
    "♪ ♪ ♪",
    "♪ la la la ♪",
    "<music>",
    "Nhạc nền",
    "...",
    "！？",
    "ừ ừ ừ ừ ừ ừ ừ ừ",
    "you you you",
    "cảm ơn các bạn đã theo dõi cảm ơn các bạn đã theo dõi",
    "và các bạn có thể thấy và các bạn có thể thấy và các bạn có thể thấy",
    "ở đây có ở đây có ở đây có ở đây có ở đây",
    "trời đẹp quá một cái một cái một cái một cái một cái một cái một cái một cái",
    "ははははははははは",
  ])("%s", (text) => expect(isNoise({ text })).toBe(true));
});

describe("what a seller says is none", () => {
  test.each([
    "cảm ơn các bạn đã ủng hộ nhà em nhiều lắm",
    "cảm ơn bà con đã theo dõi tui từ sáng tới giờ",
    "cảm ơn các bạn đã theo dõi em từ sáng đến giờ, chị Bưởi ơi em thấy chị rồi nhé",
    "cảm ơn cả nhà đã xem live",
    "cả nhà bấm theo dõi kênh giúp em với",
    "cả nhà đăng ký kênh giúp em để mai em lên là thấy",
    "bà con nhấn chuông giùm tui để khỏi lỡ bữa sau",
    "cả nhà like share live giúp em nha",
    "em cảm ơn cả nhà hẹn gặp lại cả nhà tối mai",
    "hẹn gặp lại các bạn ở buổi live sau nhé",
    "tui ghiền mì gõ lắm bà con ơi mà bữa nay bán sầu riêng",
    "thank you chị nha",
    "bye bye cả nhà",
    "cảm ơn các bạn đã ủng hộ vườn",
    "cảm ơn mọi người đã ủng hộ ạ",
    "kênh Xáng chảy ngang đất nhà tui",
    "nước kênh lên là phải xổ phèn",
    "đất ba mẫu nằm dọc kênh Bảy",
    "cả nhà vào xem kênh em còn nhiều mẫu lắm",
    "cảm ơn các bạn đã theo dõi kênh em",
    "mọi người bấm theo dõi kênh nhé",
    "cảm ơn các bạn đã mua hàng",
    "Kính chào quý khách",
    "đừng quên đăng ký mua trước mười giờ",
    "dạ dạ dạ",
    "dạ vâng dạ vâng",
    "chốt đơn chốt đơn chốt đơn cả nhà ơi",
    "mua một tặng một mua một tặng một mua một tặng một",
    "ngọt ngọt ngọt lắm",
    "ok em",
    "10 cân",
    "ST25",
    "vâng",
    "em mở nhạc cho cả nhà nghe nhé",
    "chị xem video em gửi chưa ạ",
    "em quay video lúc đóng hàng cho chị xem rồi đấy",
    "Nhà em ở xã Hồng Giang, Lục Ngạn.",
    "giá hôm nay ba mươi lăm nghìn một cân một cân ba mươi lăm nghìn",
    "みなさん、こんにちは",
  ])("%s", (text) => expect(isNoise({ text })).toBe(false));
});

test("more than can be said in its time is noise, and a time that says nothing makes none", () => {
  const speech = Array.from({ length: 40 }, (_, word) => `từ${word}`).join(" ");
  const long = speech.repeat(9);
  expect(long.length).toBeGreaterThan(1_500);
  expect(isNoise({ text: long, startMs: 0, endMs: 1_000 })).toBe(true);
  expect(isNoise({ text: speech, startMs: 0, endMs: 9_000 })).toBe(false);
  // A browser that heard all of it before it said the first word.
  expect(isNoise({ text: "giá hôm nay ba mươi lăm nghìn một cân nhé cả nhà", startMs: 5_000, endMs: 5_040 })).toBe(false);
  expect(isNoise({ text: long, startMs: 5_000, endMs: 5_000 })).toBe(false);
  expect(isNoise({ text: long })).toBe(false);
});

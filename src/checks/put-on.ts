import { lightText } from "#facts/fold.ts";
import { said } from "#facts/said.ts";
import type { Language } from "#i18n/language.ts";
import { sentencesOf, type Told } from "./ground.ts";
import type { RuleMatch } from "./match-rules.ts";

/** Oil, balm, soap: the notes say that it is put on skin or hair. */
const HELD = said(
  "(?:thoa|bôi|xoa|xức|ủ|gội|tắm|chải|dưỡng|massage|mát xa)(?: \\p{L}+){0,2} (?:da|tóc|mặt|tay|môi|người|đầu|mình)|gội|tắm",
);

const PUT: Record<Language, { place: RegExp; use: RegExp; effect: RegExp }> = {
  vi: {
    place: /^(?:da|tóc|làn da|mái tóc)$/u,
    use: /(?<!\p{L})(?:thoa|bôi|xoa|xức|gội|tắm|chải|dùng)(?!\p{L})/u,
    effect: /mịn|mượt|sáng|trắng|ẩm|khỏe|đẹp|trị|chữa|giảm|hết|ngừa|dưỡng|mềm|chắc|rụng|mụn|nám|nứt|khô|săn|căng|hồng/u,
  },
  en: {
    place: /^(?:for )?(?:(?:your|the|my) )?(?:skin|hair)$/u,
    use: /(?:^|[\s,;:])(?:for|on|in|into|onto|to|over|through|and|or|,) (?:(?:your|the|my) )?(?:skin|hair)(?!\p{L})/u,
    effect:
      /good|great|best|perfect|ideal|kind|gentle|safe|soft|smooth|shin|glow|moist|nourish|strong|health|heal|young|bright|white|clear|repair|protect|feed|car(?:e|ing)|love|loving|thank|silk|radian|improv|help|beaut|fresh|dry|crack|relief|sooth|rich|boost|gr[oe]w|thick|fall|loss|frizz|tam(?:e|ing)|treat|feel|look|makes?|leav|keep|giv|happ|wonder|benefit|condition|hydrat|lighten|tone|itch(?:y|es|ing)|acne|wrinkle/u,
  },
  ja: {
    place: /^(?:お?肌|髪)$/u,
    use: /(?:肌|髪)(?:に(?:も)?|へ|や|と|・|、|も)/u,
    effect:
      /しっとり|つや|艶|潤|うるお|美|優し|やさし|効|良|よ[いくさ]|すべ|なめらか|滑|さら|サラ|ハリ|荒|乾|保湿|ケア|健|きれい|綺麗|守|喜|嬉|うれし|整|白|若|透|もち|ふっくら|柔|やわ|傷|悩|トラブル|栄養|補修|安心|なじみ|改善|明る|引き締/u,
  },
};

/** "For your hair, your hands or the pan", 髪にもお料理にも: where it is put, as the notes have it, and nothing of what it does there. */
export function isWhereItIsPut({ text, language, ground }: Told, { start, quote }: RuleMatch): boolean {
  const { place, use, effect } = PUT[language];
  if (!place.test(lightText(quote)) || ground.notes.search(HELD) === -1) return false;
  const sentence = sentencesOf(text).find((one) => one.start <= start && start < one.end);
  const told = lightText(text.slice(sentence?.start, sentence?.end));
  return use.test(told) && !effect.test(told);
}

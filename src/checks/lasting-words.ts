import type { AmountMention } from "#facts/amounts.ts";
import { baseOf } from "#facts/agree-amounts.ts";
import type { Label } from "./bind-amounts.ts";
import type { ReadText, Told } from "./ground.ts";

/** How long, in words that hold no number: "a whole month", "for a fortnight", ひと月, `cả tuần`; by hours. */
const LASTING_WORDS: readonly { hours: number; vi: RegExp; en: RegExp; ja: RegExp }[] = [
  { hours: 12, vi: /nửa ngày|một buổi/u, en: /half[- ](?:a )?day/u, ja: /半日/u },
  {
    hours: 24,
    vi: /(?:cả|trọn|một|mỗi|trong) ngày/u,
    en: /(?:a|one|each|per|every|same|whole|full|that) day|overnight|next day|daily/u,
    ja: /一日|丸1日|翌日|当日|毎日|その日/u,
  },
  { hours: 48, vi: /đôi ba ngày|vài ngày/u, en: /(?:a )?couple of days/u, ja: /中一日/u },
  {
    hours: 168,
    vi: /(?:cả|trọn|một|mỗi|trong) tuần/u,
    en: /(?:a|one|each|per|every|whole|full|good) week(?!s)|weekly/u,
    ja: /一週間|丸1週間|ひと週間/u,
  },
  { hours: 336, vi: /nửa tháng/u, en: /half a month/u, ja: /半月/u },
  {
    hours: 720,
    vi: /(?:cả|trọn|một|mỗi|trong) tháng/u,
    en: /(?:a|one|each|per|every|whole|full|good) month(?!s)|monthly/u,
    ja: /ひと月|一か月|一ヶ月|一カ月|ひとつき/u,
  },
  { hours: 4320, vi: /nửa năm/u, en: /half a year|six-month/u, ja: /半年/u },
  {
    hours: 8640,
    vi: /(?:cả|trọn|một|mỗi|quanh) năm/u,
    en: /(?:a|one|each|per|every|whole|full|good) year(?!s)|yearly|twelve-month/u,
    ja: /一年|丸1年/u,
  },
];
const LASTING = new Set(["time", "day", "month"]);

/** True where a text tells so long without a number that is read: nothing is kept from who reads it. */
export function tellsLasting({ light, language }: Pick<Told, "light" | "language">, held: AmountMention): boolean {
  if (!LASTING.has(held.dimension)) return false;
  const [least, most] = [baseOf(held, held.min), baseOf(held, held.max)];
  return LASTING_WORDS.some((words) => (words.hours === least || words.hours === most) && words[language].test(light.text));
}

/** `để kho thoáng nửa tháng chở Pleiku mỗi tuần`: the days are of the keeping that leads to them, where the sending comes behind. */
export function keptFirst({ text }: ReadText, { start }: AmountMention, labels: readonly Label[]): Label[] | undefined {
  if (!labels.some((label) => label.id === "delivery" && label.start > start)) return undefined;
  const lead = labels.findLast(({ end }) => end <= start);
  return lead?.id === "keeping" && text.slice(lead.end, start).trim() === "" ? [lead] : undefined;
}

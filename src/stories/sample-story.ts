import { checkTexts } from "#checks/check-texts.ts";
import { LANGUAGES, MARKETS } from "#i18n/language.ts";
import type { Services } from "#services.ts";
import type { Story, VersionSummary } from "./story.ts";

const NOTES = `Nhà mình trồng vải thiều ở Lục Ngạn, làm VietGAP, không hóa chất.
Giá 35k/kg, đóng thùng 5kg. Hái từ 10/6 đến 25/6, để tủ mát được 5-7 ngày.`;
/** Two sentences that the gate stops, for what is said about that. */
const UNLAWFUL = "Vải này chữa khỏi mất ngủ. Đã được chứng nhận hữu cơ.";
const BLOCKS = 1;
const ANSWERS = 2;

/** A short story with a bit of everything that one may hold, told by the rules and stored nowhere. */
export async function tellSampleStory({
  rules,
  words,
}: Pick<Services, "rules" | "words">): Promise<{ story: Story; versions: VersionSummary[] }> {
  const said = { notes: NOTES, answers: [] };
  const markets = [...MARKETS];
  const reading = await rules.read(said, markets);
  const { facts } = reading;
  const createdAt = new Date(0).toISOString();
  const story: Story = {
    ...reading,
    id: "sample",
    status: "ready",
    notes: NOTES,
    markets,
    pitches: {},
    listings: {},
    writers: {},
    failures: {},
    findings: checkTexts({ words: said, facts, texts: { vi: UNLAWFUL }, markets, say: words.in("vi", "findings") }),
    writer: { name: "rules" },
    createdAt,
    updatedAt: createdAt,
  };
  for (const language of LANGUAGES) {
    const ground = { words: said, facts, markets, language };
    const { pitch } = await rules.tell({ storyId: story.id, minutes: undefined, ground, earlier: undefined });
    const { intro, loop, answers } = pitch.value;
    const edited = intro.slice(0, BLOCKS).map((block) => ({ ...block, edited: true }));
    story.pitches[language] = { ...pitch.value, intro: edited, loop: loop.slice(0, BLOCKS), answers: answers.slice(0, ANSWERS) };
  }
  const [block] = story.pitches.vi?.intro ?? [];
  const edit: VersionSummary = {
    version: 2,
    cause: "edited",
    telling: 1,
    language: "vi",
    createdAt,
    ...(block && { blockId: block.id, say: block.say }),
  };
  return { story, versions: [edit, { version: 1, cause: "told", telling: 1, createdAt }] };
}

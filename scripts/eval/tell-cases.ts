import { ensureOwner } from "#access/ensure-owner.ts";
import { LANGUAGES } from "#i18n/language.ts";
import { NO_TOKENS } from "#models/language-model.ts";
import type { Services } from "#services.ts";
import { meterModel } from "#stories/meter-model.ts";
import { readFacts } from "#stories/read-facts.ts";
import { tellStory } from "#stories/tell-story.ts";
import { measureStory, type Measured } from "./measure-story.ts";
import type { NotesCase } from "./read-cases.ts";

const MARKETS = ["vn", "us", "jp"] as const;

/** Tells each case as the service would, by its model or, without one, by the rules, and measures what came of it. */
export async function tellCases(services: Services, cases: readonly NotesCase[], onTold: () => void): Promise<Measured[]> {
  const accountId = await ensureOwner(services);
  const measured: Measured[] = [];
  for (const { id, notes } of cases) {
    const startedAt = performance.now();
    const model = services.model && meterModel(services.model);
    const words = { notes, answers: [] };
    const markets = [...MARKETS];
    const telling = { storyId: `st_${id}`, accountId, telling: 1, claim: "", claims: 1, words, markets, minutes: undefined };
    const { signal } = new AbortController();
    const { facts } = await readFacts(services, telling, model, signal);
    const told = await Promise.all(
      LANGUAGES.map((language) =>
        tellStory({
          services,
          telling,
          model,
          ground: { words, facts, markets, language },
          earlier: undefined,
          onBlock: () => {},
          signal,
        }),
      ),
    );
    const tookMs = performance.now() - startedAt;
    measured.push(measureStory({ services, words, facts, markets, told, tokens: model?.tokens() ?? NO_TOKENS, tookMs }));
    onTold();
  }
  return measured;
}

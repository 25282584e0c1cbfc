import type { Finding } from "#checks/finding.ts";
import type { Words } from "#i18n/words.ts";
import { listingSlug } from "#listings/listing-slug.ts";
import type { Listing } from "#listings/listing.ts";
import { writeListingByRules } from "#listings/write-listing-by-rules.ts";
import type { Pitch } from "#pitches/pitch.ts";
import { writePitchByRules, writeUnknownAnswers } from "#pitches/write-pitch-by-rules.ts";
import { gateListing, gatePitch } from "./gate-pitch.ts";
import { earlierBlocks, withEarlierBlocks } from "./keep-blocks.ts";
import type { Earlier, Ground } from "./language-telling.ts";

/** What the rules are asked to tell: plain data, so that it can be sent to a thread. */
export type RulesTask = { storyId: string; minutes: number | undefined; ground: Ground; earlier: Earlier | undefined };
export type RulesTold = { pitch: { value: Pitch; findings: Finding[] }; listing: { value: Listing; findings: Finding[] } };

/** Pitch and listing in one language without a model, through the gate. What rests on unchanged facts keeps the words it had. */
export function tellByRules(words: Words, { storyId, minutes, ground, earlier }: RulesTask): RulesTold {
  const { facts, language } = ground;
  const asked = { storyId, facts, language, minutes, words, said: ground.words };
  const fresh = writePitchByRules(asked);
  const whole = earlier === undefined ? fresh : withEarlierBlocks(fresh, earlierBlocks(earlier, facts), language);
  const pitch = gatePitch(words, ground, whole, () => writeUnknownAnswers(asked));
  const listing = gateListing(words, ground, writeListingByRules({ ...asked, slug: listingSlug(storyId, facts) }));
  return {
    pitch: { value: pitch.pitch, findings: pitch.findings },
    listing: { value: listing.listing, findings: listing.findings },
  };
}

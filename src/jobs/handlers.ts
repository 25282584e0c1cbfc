import { readBuyerQuestion } from "#buyers/read-buyer-question.ts";
import { recoverBuyerQuestions } from "#buyers/recover-buyer-questions.ts";
import { translateAnswer } from "#buyers/translate-answer.ts";
import { expireRecords } from "#database/expire-records.ts";
import { relayCaptions } from "#relays/relay-captions.ts";
import { ringRelays } from "#relays/ring-relays.ts";
import type { Services } from "#services.ts";
import { holdSuggestions } from "#shows/hold-suggestions.ts";
import { recoverCaptions } from "#shows/recover-captions.ts";
import { recoverComments } from "#shows/recover-comments.ts";
import { renewStaleSuggestions } from "#shows/renew-stale-suggestions.ts";
import { translateComment } from "#shows/translate-comment.ts";
import { translateSegment } from "#shows/translate-segment.ts";
import { recoverStalledStories } from "#stories/recover-stalled-stories.ts";
import { writeStory } from "#stories/write-story.ts";
import type { JobName, JobPayload } from "./contract.ts";

/** What a job does. It may run twice, also at the same time; `signal` aborts when its result is no longer wanted. */
export type Handlers = {
  readonly [Name in JobName]: (services: Services, payload: JobPayload<Name>, signal: AbortSignal) => Promise<unknown>;
};

export const HANDLERS: Handlers = {
  "story.write": writeStory,
  "caption.translate": translateSegment,
  "comment.translate": translateComment,
  "suggestions.renew": renewStaleSuggestions,
  "suggestions.hold": holdSuggestions,
  "question.read": readBuyerQuestion,
  "answer.translate": translateAnswer,
  "captions.relay": relayCaptions,
  "relays.ring": ringRelays,
  "stories.recover": recoverStalledStories,
  "captions.recover": recoverCaptions,
  "comments.recover": recoverComments,
  "questions.recover": recoverBuyerQuestions,
  "records.expire": expireRecords,
};

import type { Handlers } from "#jobs/handlers.ts";

/** Handlers that do nothing, but for the ones given. */
export function testHandlers(handlers: Partial<Handlers>): Handlers {
  const rest = async () => {};
  return {
    "story.write": rest,
    "caption.translate": rest,
    "comment.translate": rest,
    "suggestions.renew": rest,
    "suggestions.hold": rest,
    "question.read": rest,
    "answer.translate": rest,
    "captions.relay": rest,
    "relays.ring": rest,
    "stories.recover": rest,
    "captions.recover": rest,
    "comments.recover": rest,
    "questions.recover": rest,
    "records.expire": rest,
    ...handlers,
  };
}

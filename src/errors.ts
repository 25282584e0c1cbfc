/** Every error the service raises on purpose, with the HTTP status it answers. Words are made at the edge: `locales/<language>/errors.json`. */
export const ERROR_STATUS = {
  bad_json: 400,
  bad_request: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  story_not_found: 404,
  block_not_found: 404,
  question_not_found: 404,
  version_not_found: 404,
  pitch_not_ready: 409,
  show_not_found: 404,
  cue_not_found: 404,
  comment_not_found: 404,
  listing_not_found: 404,
  asked_not_found: 404,
  photo_not_found: 404,
  relay_not_found: 404,
  stream_token_refused: 404,
  method_not_allowed: 405,
  idempotency_running: 409,
  story_busy: 409,
  story_being_told: 409,
  show_ended: 409,
  mic_taken: 409,
  glossary_changed: 409,
  too_much_carried: 409,
  reply_outdated: 409,
  too_many_relays: 409,
  too_many_photos: 409,
  body_too_large: 413,
  unsupported_media_type: 415,
  invalid_fields: 422,
  relay_url_refused: 422,
  relay_url_private: 422,
  audio_unreadable: 422,
  photo_unreadable: 422,
  idempotency_mismatch: 422,
  rate_limited: 429,
  budget_spent: 429,
  show_budget_spent: 429,
  too_many_streams: 429,
  internal: 500,
  queue_unavailable: 503,
  store_unavailable: 503,
  transcription_off: 503,
  transcription_failed: 503,
  stopping: 503,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;
type ErrorFacts = Readonly<Record<string, string | number | boolean>>;

/** An expected failure: a code with facts, never a sentence. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: ErrorCode;
  readonly facts: ErrorFacts;

  constructor(code: ErrorCode, facts: ErrorFacts = {}, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
    this.facts = facts;
  }

  get status(): (typeof ERROR_STATUS)[ErrorCode] {
    return ERROR_STATUS[this.code];
  }
}

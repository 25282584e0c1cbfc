// Long because the schema is one list: what refers to what is read in one place.
import {
  bigint,
  boolean,
  customType,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  sql,
  text,
  timestamp,
  uniqueIndex,
} from "./drizzle.ts";
import type { AnswerSource } from "#buyers/buyer-question.ts";
import type { Finding } from "#checks/finding.ts";
import type { Amount, Conflict, Fact, FactKind, Question } from "#facts/fact.ts";
import type { Language, Market } from "#i18n/language.ts";
import type { Listing } from "#listings/listing.ts";
import type { Pitch } from "#pitches/pitch.ts";
import type { RelayKind } from "#relays/relay.ts";
import type { Replies } from "#shows/answer-by-cards.ts";
import type { Cue, Provenance } from "#shows/cue.ts";
import type { CommentFlag } from "#shows/read-question.ts";
import type { GlossaryTerm, PreparedLine } from "#shows/show.ts";
import type { SuggestionBasis } from "#shows/suggestion-basis.ts";
import type { EditedBlock, LanguageWriter, Story, StoryEventName, VersionSummary, Writer } from "#stories/story.ts";

/** Our tables live in a schema of their own, by name: on PGlite `search_path` belongs to the queue. */
export const farmcast = pgSchema("farmcast");

const time = (name: string) => timestamp(name, { withTimezone: true, mode: "date", precision: 3 });
/** Without a type of its own in the library; both drivers give bytes. */
const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });
const createdAt = () => time("created_at").notNull().defaultNow();

export const accounts = farmcast.table("accounts", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  createdAt: createdAt(),
});
const accountId = () =>
  text("account_id")
    .notNull()
    .references(() => accounts.id, { onDelete: "cascade" });

/** One row each: what every process of one installation must share, as the secret that signs stream tokens. */
export const settings = farmcast.table("settings", { name: text("name").primaryKey(), value: text("value").notNull() });

export type Scope = "read" | "write" | "stream";

export const keys = farmcast.table("keys", {
  id: text("id").primaryKey(),
  accountId: accountId(),
  name: text("name").notNull(),
  /** SHA-256 of the whole key, hex. The key itself is shown once and kept nowhere. */
  hash: text("hash").notNull().unique(),
  scopes: text("scopes").array().$type<Scope[]>().notNull(),
  createdAt: createdAt(),
  lastUsedAt: time("last_used_at"),
  revokedAt: time("revoked_at"),
});

/** Browser sessions and the one-time links that open them; both are random secrets of which only the hash stays. */
export const sessions = farmcast.table("sessions", {
  hash: text("hash").primaryKey(),
  kind: text("kind").$type<"link" | "session">().notNull(),
  accountId: accountId(),
  createdAt: createdAt(),
  expiresAt: time("expires_at").notNull(),
});

export const idempotencyKeys = farmcast.table(
  "idempotency_keys",
  {
    accountId: accountId(),
    key: text("key").notNull(),
    /** SHA-256 of method, path and body, hex. */
    requestHash: text("request_hash").notNull(),
    /** The random part of the id of what the request creates: asked again after a crash, it creates the same thing. */
    seed: text("seed").notNull(),
    /** Both null while the first request is still running. */
    responseStatus: integer("response_status"),
    responseBody: text("response_body"),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.key] }), index().on(table.createdAt)],
);

/** Tokens one account has used on one UTC day. `held`: the sum of its reservations. */
export const tokenUsage = farmcast.table(
  "token_usage",
  {
    accountId: accountId(),
    day: text("day").notNull(),
    used: integer("used").notNull().default(0),
    held: integer("held").notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.day] })],
);

/** Tokens held for a call under way; what a crash leaves behind runs out by itself. */
export const tokenReservations = farmcast.table(
  "token_reservations",
  {
    id: text("id").primaryKey(),
    accountId: accountId(),
    day: text("day").notNull(),
    /** The show it is for, where it is for one. */
    showId: text("show_id"),
    tokens: integer("tokens").notNull(),
    expiresAt: time("expires_at").notNull(),
  },
  (table) => [index().on(table.accountId, table.day), index().on(table.showId)],
);

export const stories = farmcast.table(
  "stories",
  {
    id: text("id").primaryKey(),
    accountId: accountId(),
    notes: text("notes").notNull(),
    markets: text("markets").array().$type<Market[]>().notNull(),
    minutes: doublePrecision("minutes"),
    status: text("status").$type<Story["status"]>().notNull().default("requested"),
    /** Counts the tellings asked for: the first is 1, each set of answers adds one. */
    telling: integer("telling").notNull().default(1),
    /** Who is writing this telling: the last to claim it, whose save alone counts. */
    claim: text("claim"),
    claims: integer("claims").notNull().default(0),
    questions: jsonb("questions").$type<Question[]>().notNull().default([]),
    conflicts: jsonb("conflicts").$type<Conflict[]>().notNull().default([]),
    findings: jsonb("findings").$type<Finding[]>().notNull().default([]),
    writer: jsonb("writer").$type<Writer>(),
    failures: jsonb("failures").$type<Story["failures"]>().notNull().default({}),
    errorCode: text("error_code"),
    /** Since when search engines, the sitemap and the grower's catalogue show its listing; whoever has the address can read it before. */
    publishedAt: time("published_at"),
    createdAt: createdAt(),
    updatedAt: time("updated_at").notNull().defaultNow(),
  },
  (table) => [
    index().on(table.accountId, table.createdAt, table.id),
    // A listing's earlier addresses end as its story's id does.
    index("stories_ends").on(sql`right(${table.id}, 8)`),
    index("stories_published")
      .on(table.id)
      .where(sql`published_at is not null`),
    index("stories_pending")
      .on(table.updatedAt)
      .where(sql`status in ('requested', 'writing')`),
  ],
);
const storyId = () =>
  text("story_id")
    .notNull()
    .references(() => stories.id, { onDelete: "cascade" });

export const answers = farmcast.table(
  "answers",
  { storyId: storyId(), questionId: text("question_id").notNull(), text: text("text").notNull(), createdAt: createdAt() },
  (table) => [primaryKey({ columns: [table.storyId, table.questionId] })],
);

export const facts = farmcast.table(
  "facts",
  {
    storyId: storyId(),
    id: text("id").notNull(),
    position: integer("position").notNull(),
    kind: text("kind").$type<FactKind>().notNull(),
    source: text("source").$type<Fact["source"]>().notNull(),
    quote: text("quote").notNull(),
    start: integer("start").notNull(),
    end: integer("end").notNull(),
    text: text("text").notNull(),
    amount: jsonb("amount").$type<Amount>(),
    date: jsonb("date").$type<NonNullable<Fact["date"]>>(),
    converted: jsonb("converted").$type<NonNullable<Fact["converted"]>>(),
    term: text("term"),
  },
  (table) => [primaryKey({ columns: [table.storyId, table.id] })],
);

/** What was told, as the writer left it; people's edits lie over it in `block_edits`. */
export const pitches = farmcast.table(
  "pitches",
  {
    storyId: storyId(),
    language: text("language").$type<Language>().notNull(),
    pitch: jsonb("pitch").$type<Pitch>().notNull(),
    listing: jsonb("listing").$type<Listing>().notNull(),
    slug: text("slug").notNull(),
    writer: jsonb("writer").$type<LanguageWriter>(),
  },
  (table) => [primaryKey({ columns: [table.storyId, table.language] }), uniqueIndex().on(table.language, table.slug)],
);

export const blockEdits = farmcast.table(
  "block_edits",
  {
    storyId: storyId(),
    language: text("language").$type<Language>().notNull(),
    blockId: text("block_id").notNull(),
    say: text("say"),
    do: text("do"),
    show: text("show"),
    /** What the gate says of these words: a person is warned, not silenced. */
    findings: jsonb("findings").$type<Finding[]>().notNull().default([]),
    updatedAt: time("updated_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.storyId, table.language, table.blockId] })],
);

/** Every state of a story's texts, so that any can be brought back. What was told lies in the events of its telling; people's edits are here. */
export const storyVersions = farmcast.table(
  "story_versions",
  {
    storyId: storyId(),
    version: integer("version").notNull(),
    telling: integer("telling").notNull(),
    cause: text("cause").$type<VersionSummary["cause"]>().notNull(),
    language: text("language").$type<Language>(),
    blockId: text("block_id"),
    /** All edits that lay over the telling. */
    edits: jsonb("edits").$type<EditedBlock[]>().notNull(),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.storyId, table.version] })],
);

/** The events of a story's tellings. `mark` makes one of each: a telling done twice announces nothing twice. */
export const storyEvents = farmcast.table(
  "story_events",
  {
    storyId: storyId(),
    seq: integer("seq").notNull(),
    mark: text("mark").notNull(),
    name: text("name").$type<StoryEventName>().notNull(),
    data: jsonb("data").notNull(),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.storyId, table.seq] }), uniqueIndex().on(table.storyId, table.mark)],
);

export const shows = farmcast.table(
  "shows",
  {
    id: text("id").primaryKey(),
    accountId: accountId(),
    title: text("title").notNull(),
    status: text("status").$type<"open" | "ended">().notNull().default("open"),
    languages: text("languages").array().$type<Language[]>().notNull(),
    glossary: jsonb("glossary").$type<GlossaryTerm[]>().notNull(),
    /** Raised by every change of it: whoever keeps the glossary in memory sees by it that there is a newer one. */
    glossaryVersion: integer("glossary_version").notNull().default(1),
    /** The lines prepared when the show was opened: the stories' blocks and answers, then the streamer's script. */
    lines: jsonb("lines").$type<PreparedLine[]>().notNull(),
    /** Captions with a person's corrections that go into the next show as lines, by their ids. */
    takenOver: text("taken_over").array().notNull().default([]),
    /** First half of every event id; a new one would tell all clients that the count starts again. */
    epoch: text("epoch").notNull(),
    /** Stream tokens name it; raising it revokes them all. */
    tokenVersion: integer("token_version").notNull().default(1),
    /** The device whose microphone is on, and until when it is its own. */
    micDevice: text("mic_device"),
    micUntil: time("mic_until"),
    /** The sum of its streams' seqs when its open suggestions were last held against what was said. */
    suggestionsAsOf: bigint("suggestions_as_of", { mode: "number" }).notNull().default(0),
    createdAt: createdAt(),
    endedAt: time("ended_at"),
  },
  (table) => [index().on(table.accountId, table.createdAt, table.id)],
);
const showId = () =>
  text("show_id")
    .notNull()
    .references(() => shows.id, { onDelete: "cascade" });

/** What models have used for one show. `held`: the sum of its reservations; `spent`: the last call was turned away. */
export const showTokens = farmcast.table("show_tokens", {
  showId: showId().primaryKey(),
  used: bigint("used", { mode: "number" }).notNull().default(0),
  held: bigint("held", { mode: "number" }).notNull().default(0),
  spent: boolean("spent").notNull().default(false),
});

/** The last seq given out in one language of one show; its row lock is what keeps the count free of holes. */
export const streams = farmcast.table(
  "streams",
  { showId: showId(), language: text("language").$type<Language>().notNull(), seq: integer("seq").notNull().default(0) },
  (table) => [primaryKey({ columns: [table.showId, table.language] })],
);

export const segments = farmcast.table(
  "segments",
  {
    showId: showId(),
    /** The sender's own id: the same id is the same sentence. */
    id: text("id").notNull(),
    cue: text("cue"),
    text: text("text").notNull(),
    final: boolean("final").notNull(),
    dropped: text("dropped").$type<"noise">(),
    /** The first half of a line: its captions went when the line was published whole, and no person took them back. */
    joined: boolean("joined").notNull().default(false),
    /** Languages whose translation is not out yet; a sentence with none left is done. */
    pending: text("pending").array().$type<Language[]>().notNull().default([]),
    /** What interims showed and took back again in languages that had no caption to put in its place, in words or characters. */
    erased: jsonb("erased").$type<Partial<Record<Language, number>>>().notNull().default({}),
    startMs: integer("start_ms").notNull(),
    endMs: integer("end_ms").notNull(),
    receivedAt: time("received_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.showId, table.id] }),
    uniqueIndex().on(table.showId, table.cue),
    index().on(table.showId, table.receivedAt),
    index("segments_pending")
      .on(table.receivedAt)
      .where(sql`pending <> '{}'`),
  ],
);

/** The log of one show in one language: every final, revision and retraction, in the order viewers saw them. */
export const cues = farmcast.table(
  "cues",
  {
    showId: showId(),
    language: text("language").$type<Language>().notNull(),
    seq: integer("seq").notNull(),
    cue: text("cue").notNull(),
    rev: integer("rev").notNull(),
    text: text("text").notNull(),
    lines: jsonb("lines").$type<string[]>().notNull(),
    status: text("status").$type<Exclude<Cue["status"], "interim">>().notNull(),
    line: text("line"),
    provenance: text("provenance").$type<Provenance>().notNull(),
    startMs: integer("start_ms").notNull(),
    endMs: integer("end_ms").notNull(),
    /** From the sentence's receipt to this row, in milliseconds. */
    latencyMs: integer("latency_ms").notNull(),
    /** Normalised erasure: what interims showed and took back before this row, over its length. */
    flicker: doublePrecision("flicker").notNull().default(0),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.showId, table.language, table.seq] }),
    uniqueIndex().on(table.showId, table.language, table.cue, table.rev),
    foreignKey({ columns: [table.showId, table.language], foreignColumns: [streams.showId, streams.language] }).onDelete("cascade"),
  ],
);

/** Where a show's captions go besides the screens: a webhook, or YouTube's caption ingestion. */
export const relays = farmcast.table(
  "relays",
  {
    id: text("id").primaryKey(),
    showId: showId(),
    kind: text("kind").$type<RelayKind>().notNull(),
    language: text("language").$type<Language>().notNull(),
    url: text("url").notNull(),
    /** What a webhook's messages are signed with; it has to be at hand, so it is kept as it is. */
    secret: text("secret"),
    status: text("status").$type<"active" | "stopped">().notNull().default("active"),
    /** The last event of the stream that was taken over there. */
    deliveredSeq: integer("delivered_seq").notNull().default(0),
    /** The last event of the post under way: a retry sends the same body again. */
    postToSeq: integer("post_to_seq"),
    /** Posts taken by YouTube, whose own counter may not rise for a retry. */
    posts: integer("posts").notNull().default(0),
    failures: integer("failures").notNull().default(0),
    failure: text("failure"),
    nextTryAt: time("next_try_at").notNull().defaultNow(),
    /** Held by whoever is sending; a sender that died loses it. */
    leasedUntil: time("leased_until"),
    createdAt: createdAt(),
  },
  (table) => [
    index().on(table.showId),
    index()
      .on(table.nextTryAt)
      .where(sql`status = 'active'`),
  ],
);

export const comments = farmcast.table(
  "comments",
  {
    showId: showId(),
    id: text("id").notNull(),
    seq: bigint("seq", { mode: "number" }).generatedAlwaysAsIdentity().unique(),
    author: text("author").notNull(),
    text: text("text").notNull(),
    language: text("language").$type<Language>(),
    vi: text("vi"),
    /** A suggestion, in the buyer's language. */
    reply: text("reply"),
    /** The same in each language it is told in: the streamer reads what one tap sends. */
    replies: jsonb("replies").$type<Replies>().notNull().default({}),
    /** What the suggestion is held against as the show goes on; null where there is none. */
    basis: jsonb("basis").$type<SuggestionBasis>(),
    /** Every wording that was suggested so far, in all languages. */
    suggested: jsonb("suggested").$type<string[]>().notNull().default([]),
    /** The text as it is compared with others. */
    fold: text("fold").notNull().default(""),
    /** The first comment with the same text; only that one is translated and shown. */
    sameAs: text("same_as"),
    /** How many said the same, this one included. */
    count: integer("count").notNull().default(1),
    flag: text("flag").$type<CommentFlag>(),
    /** One of those who said it did so on the viewers' page, where an answer can be shown. */
    fromPage: boolean("from_page").notNull().default(false),
    /** What the streamer answered there. */
    replied: text("replied"),
    /** When it was read, whatever came of it. */
    readAt: time("read_at"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.showId, table.id] }),
    index("comments_firsts")
      .on(table.showId, table.fold)
      .where(sql`same_as is null`),
    index("comments_unread")
      .on(table.createdAt)
      .where(sql`read_at is null and same_as is null`),
    index("comments_suggested")
      .on(table.showId)
      .where(sql`basis is not null and same_as is null`),
  ],
);

/** What buyers ask on a listing, and what the grower answers. */
export const buyerQuestions = farmcast.table(
  "buyer_questions",
  {
    id: text("id").primaryKey(),
    storyId: storyId(),
    author: text("author").notNull(),
    text: text("text").notNull(),
    /** The buyer's: the answer is told in it. */
    language: text("language").$type<Language>().notNull(),
    flag: text("flag").$type<CommentFlag>(),
    /** Null until it is read, and where nobody could put it into Vietnamese. */
    vi: text("vi"),
    abouts: text("abouts").array().$type<FactKind[]>().notNull().default([]),
    /** A model's suggestion, with the facts it rests on. */
    reply: text("reply"),
    replyFactIds: text("reply_fact_ids").array().notNull().default([]),
    readAt: time("read_at"),
    /** The grower's answer in Vietnamese; null where it was written in the buyer's language. */
    answerVi: text("answer_vi"),
    /** In the buyer's language; null where nobody has told it. */
    answer: text("answer"),
    /** Null while it is being told. */
    answerSource: text("answer_source").$type<AnswerSource>(),
    answeredAt: time("answered_at"),
    /** Counts the answers: the last one is told. */
    round: integer("round").notNull().default(0),
    createdAt: createdAt(),
  },
  (table) => [
    index().on(table.storyId, table.createdAt, table.id),
    index("buyer_questions_pending")
      .on(table.createdAt)
      .where(sql`read_at is null or (answered_at is not null and answer_source is null)`),
  ],
);

/** A grower's pictures of a product, made anew in two sizes; what was sent is not kept. */
export const photos = farmcast.table(
  "photos",
  {
    id: text("id").primaryKey(),
    storyId: storyId(),
    /** SHA-256 of what was sent, hex: sent again, it is the same photo. */
    hash: text("hash").notNull(),
    width: integer("width").notNull(),
    height: integer("height").notNull(),
    large: bytes("large").notNull(),
    small: bytes("small").notNull(),
    createdAt: createdAt(),
  },
  (table) => [uniqueIndex().on(table.storyId, table.hash)],
);

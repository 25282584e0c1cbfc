CREATE SCHEMA "farmcast";
--> statement-breakpoint
CREATE TABLE "farmcast"."accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "farmcast"."answers" (
	"story_id" text NOT NULL,
	"question_id" text NOT NULL,
	"text" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "answers_story_id_question_id_pk" PRIMARY KEY("story_id","question_id")
);
--> statement-breakpoint
CREATE TABLE "farmcast"."block_edits" (
	"story_id" text NOT NULL,
	"language" text NOT NULL,
	"block_id" text NOT NULL,
	"say" text,
	"do" text,
	"show" text,
	"findings" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "block_edits_story_id_language_block_id_pk" PRIMARY KEY("story_id","language","block_id")
);
--> statement-breakpoint
CREATE TABLE "farmcast"."comments" (
	"show_id" text NOT NULL,
	"id" text NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "farmcast"."comments_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"author" text NOT NULL,
	"text" text NOT NULL,
	"language" text,
	"vi" text,
	"reply" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "comments_show_id_id_pk" PRIMARY KEY("show_id","id"),
	CONSTRAINT "comments_seq_unique" UNIQUE("seq")
);
--> statement-breakpoint
CREATE TABLE "farmcast"."cues" (
	"show_id" text NOT NULL,
	"language" text NOT NULL,
	"seq" integer NOT NULL,
	"cue" text NOT NULL,
	"rev" integer NOT NULL,
	"text" text NOT NULL,
	"lines" jsonb NOT NULL,
	"status" text NOT NULL,
	"line" text,
	"provenance" text NOT NULL,
	"start_ms" integer NOT NULL,
	"end_ms" integer NOT NULL,
	"latency_ms" integer NOT NULL,
	"flicker" double precision DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "cues_show_id_language_seq_pk" PRIMARY KEY("show_id","language","seq")
);
--> statement-breakpoint
CREATE TABLE "farmcast"."facts" (
	"story_id" text NOT NULL,
	"id" text NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"source" text NOT NULL,
	"quote" text NOT NULL,
	"start" integer NOT NULL,
	"end" integer NOT NULL,
	"text" text NOT NULL,
	"amount" jsonb,
	"date" jsonb,
	"term" text,
	CONSTRAINT "facts_story_id_id_pk" PRIMARY KEY("story_id","id")
);
--> statement-breakpoint
CREATE TABLE "farmcast"."idempotency_keys" (
	"account_id" text NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"seed" text NOT NULL,
	"response_status" integer,
	"response_body" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_keys_account_id_key_pk" PRIMARY KEY("account_id","key")
);
--> statement-breakpoint
CREATE TABLE "farmcast"."keys" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"name" text NOT NULL,
	"hash" text NOT NULL,
	"scopes" text[] NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "keys_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "farmcast"."pitches" (
	"story_id" text NOT NULL,
	"language" text NOT NULL,
	"pitch" jsonb NOT NULL,
	"listing" jsonb NOT NULL,
	"slug" text NOT NULL,
	CONSTRAINT "pitches_story_id_language_pk" PRIMARY KEY("story_id","language")
);
--> statement-breakpoint
CREATE TABLE "farmcast"."segments" (
	"show_id" text NOT NULL,
	"id" text NOT NULL,
	"cue" text,
	"text" text NOT NULL,
	"final" boolean NOT NULL,
	"dropped" text,
	"pending" text[] DEFAULT '{}' NOT NULL,
	"start_ms" integer NOT NULL,
	"end_ms" integer NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "segments_show_id_id_pk" PRIMARY KEY("show_id","id")
);
--> statement-breakpoint
CREATE TABLE "farmcast"."sessions" (
	"hash" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"account_id" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "farmcast"."settings" (
	"name" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "farmcast"."shows" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"title" text NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"languages" text[] NOT NULL,
	"glossary" jsonb NOT NULL,
	"lines" jsonb NOT NULL,
	"epoch" text NOT NULL,
	"token_version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "farmcast"."stories" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"notes" text NOT NULL,
	"markets" text[] NOT NULL,
	"minutes" double precision,
	"status" text DEFAULT 'requested' NOT NULL,
	"telling" integer DEFAULT 1 NOT NULL,
	"claim" text,
	"claims" integer DEFAULT 0 NOT NULL,
	"questions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"conflicts" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"findings" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"writer" jsonb,
	"error_code" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "farmcast"."story_events" (
	"story_id" text NOT NULL,
	"seq" integer NOT NULL,
	"mark" text NOT NULL,
	"name" text NOT NULL,
	"data" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "story_events_story_id_seq_pk" PRIMARY KEY("story_id","seq")
);
--> statement-breakpoint
CREATE TABLE "farmcast"."streams" (
	"show_id" text NOT NULL,
	"language" text NOT NULL,
	"seq" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "streams_show_id_language_pk" PRIMARY KEY("show_id","language")
);
--> statement-breakpoint
CREATE TABLE "farmcast"."token_reservations" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"day" text NOT NULL,
	"tokens" integer NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "farmcast"."token_usage" (
	"account_id" text NOT NULL,
	"day" text NOT NULL,
	"used" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "token_usage_account_id_day_pk" PRIMARY KEY("account_id","day")
);
--> statement-breakpoint
ALTER TABLE "farmcast"."answers" ADD CONSTRAINT "answers_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "farmcast"."stories"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "farmcast"."block_edits" ADD CONSTRAINT "block_edits_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "farmcast"."stories"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "farmcast"."comments" ADD CONSTRAINT "comments_show_id_shows_id_fk" FOREIGN KEY ("show_id") REFERENCES "farmcast"."shows"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "farmcast"."cues" ADD CONSTRAINT "cues_show_id_shows_id_fk" FOREIGN KEY ("show_id") REFERENCES "farmcast"."shows"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "farmcast"."cues" ADD CONSTRAINT "cues_show_id_language_streams_show_id_language_fk" FOREIGN KEY ("show_id","language") REFERENCES "farmcast"."streams"("show_id","language") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "farmcast"."facts" ADD CONSTRAINT "facts_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "farmcast"."stories"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "farmcast"."idempotency_keys" ADD CONSTRAINT "idempotency_keys_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "farmcast"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "farmcast"."keys" ADD CONSTRAINT "keys_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "farmcast"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "farmcast"."pitches" ADD CONSTRAINT "pitches_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "farmcast"."stories"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "farmcast"."segments" ADD CONSTRAINT "segments_show_id_shows_id_fk" FOREIGN KEY ("show_id") REFERENCES "farmcast"."shows"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "farmcast"."sessions" ADD CONSTRAINT "sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "farmcast"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "farmcast"."shows" ADD CONSTRAINT "shows_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "farmcast"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "farmcast"."stories" ADD CONSTRAINT "stories_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "farmcast"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "farmcast"."story_events" ADD CONSTRAINT "story_events_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "farmcast"."stories"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "farmcast"."streams" ADD CONSTRAINT "streams_show_id_shows_id_fk" FOREIGN KEY ("show_id") REFERENCES "farmcast"."shows"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "farmcast"."token_reservations" ADD CONSTRAINT "token_reservations_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "farmcast"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "farmcast"."token_usage" ADD CONSTRAINT "token_usage_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "farmcast"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "cues_show_id_language_cue_rev_index" ON "farmcast"."cues" USING btree ("show_id","language","cue","rev");--> statement-breakpoint
CREATE INDEX "idempotency_keys_created_at_index" ON "farmcast"."idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "pitches_language_slug_index" ON "farmcast"."pitches" USING btree ("language","slug");--> statement-breakpoint
CREATE UNIQUE INDEX "segments_show_id_cue_index" ON "farmcast"."segments" USING btree ("show_id","cue");--> statement-breakpoint
CREATE INDEX "segments_pending" ON "farmcast"."segments" USING btree ("received_at") WHERE pending <> '{}';--> statement-breakpoint
CREATE INDEX "shows_account_id_created_at_id_index" ON "farmcast"."shows" USING btree ("account_id","created_at","id");--> statement-breakpoint
CREATE INDEX "stories_account_id_created_at_id_index" ON "farmcast"."stories" USING btree ("account_id","created_at","id");--> statement-breakpoint
CREATE INDEX "stories_pending" ON "farmcast"."stories" USING btree ("updated_at") WHERE status in ('requested', 'writing');--> statement-breakpoint
CREATE UNIQUE INDEX "story_events_story_id_mark_index" ON "farmcast"."story_events" USING btree ("story_id","mark");--> statement-breakpoint
CREATE INDEX "token_reservations_account_id_day_index" ON "farmcast"."token_reservations" USING btree ("account_id","day");
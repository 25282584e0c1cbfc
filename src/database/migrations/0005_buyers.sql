CREATE TABLE "farmcast"."buyer_questions" (
	"id" text PRIMARY KEY NOT NULL,
	"story_id" text NOT NULL,
	"author" text NOT NULL,
	"text" text NOT NULL,
	"language" text NOT NULL,
	"flag" text,
	"vi" text,
	"abouts" text[] DEFAULT '{}' NOT NULL,
	"reply" text,
	"reply_fact_ids" text[] DEFAULT '{}' NOT NULL,
	"read_at" timestamp (3) with time zone,
	"answer_vi" text,
	"answer" text,
	"answer_source" text,
	"answered_at" timestamp (3) with time zone,
	"round" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "farmcast"."photos" (
	"id" text PRIMARY KEY NOT NULL,
	"story_id" text NOT NULL,
	"hash" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"large" "bytea" NOT NULL,
	"small" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "farmcast"."buyer_questions" ADD CONSTRAINT "buyer_questions_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "farmcast"."stories"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "farmcast"."photos" ADD CONSTRAINT "photos_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "farmcast"."stories"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "buyer_questions_story_id_created_at_id_index" ON "farmcast"."buyer_questions" USING btree ("story_id","created_at","id");--> statement-breakpoint
CREATE INDEX "buyer_questions_pending" ON "farmcast"."buyer_questions" USING btree ("created_at") WHERE read_at is null or (answered_at is not null and answer_source is null);--> statement-breakpoint
CREATE UNIQUE INDEX "photos_story_id_hash_index" ON "farmcast"."photos" USING btree ("story_id","hash");
CREATE TABLE "farmcast"."story_versions" (
	"story_id" text NOT NULL,
	"version" integer NOT NULL,
	"telling" integer NOT NULL,
	"cause" text NOT NULL,
	"language" text,
	"block_id" text,
	"edits" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "story_versions_story_id_version_pk" PRIMARY KEY("story_id","version")
);
--> statement-breakpoint
ALTER TABLE "farmcast"."facts" ADD COLUMN "converted" jsonb;--> statement-breakpoint
ALTER TABLE "farmcast"."pitches" ADD COLUMN "writer" jsonb;--> statement-breakpoint
ALTER TABLE "farmcast"."stories" ADD COLUMN "failures" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "farmcast"."story_versions" ADD CONSTRAINT "story_versions_story_id_stories_id_fk" FOREIGN KEY ("story_id") REFERENCES "farmcast"."stories"("id") ON DELETE cascade ON UPDATE no action;
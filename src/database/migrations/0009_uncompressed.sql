-- Compressing what is told cost more than writing it.
ALTER TABLE "farmcast"."story_events" ALTER COLUMN "data" SET STORAGE EXTERNAL;--> statement-breakpoint
ALTER TABLE "farmcast"."pitches" ALTER COLUMN "pitch" SET STORAGE EXTERNAL;

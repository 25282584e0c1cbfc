ALTER TABLE "farmcast"."comments" ADD COLUMN "read_at" timestamp (3) with time zone;--> statement-breakpoint
UPDATE "farmcast"."comments" SET "read_at" = "created_at";--> statement-breakpoint
CREATE INDEX "comments_unread" ON "farmcast"."comments" USING btree ("created_at") WHERE read_at is null and same_as is null;
ALTER TABLE "farmcast"."comments" ADD COLUMN "basis" jsonb;--> statement-breakpoint
ALTER TABLE "farmcast"."comments" ADD COLUMN "suggested" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "farmcast"."shows" ADD COLUMN "suggestions_as_of" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "comments_suggested" ON "farmcast"."comments" USING btree ("show_id") WHERE basis is not null and replied is null and same_as is null;
DROP INDEX "farmcast"."comments_suggested";--> statement-breakpoint
CREATE INDEX "comments_suggested" ON "farmcast"."comments" USING btree ("show_id") WHERE basis is not null and same_as is null;
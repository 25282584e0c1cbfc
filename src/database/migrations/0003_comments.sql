ALTER TABLE "farmcast"."comments" ADD COLUMN "fold" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "farmcast"."comments" ADD COLUMN "same_as" text;--> statement-breakpoint
ALTER TABLE "farmcast"."comments" ADD COLUMN "count" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "farmcast"."comments" ADD COLUMN "flag" text;--> statement-breakpoint
ALTER TABLE "farmcast"."comments" ADD COLUMN "from_page" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "farmcast"."comments" ADD COLUMN "replied" text;--> statement-breakpoint
CREATE INDEX "comments_firsts" ON "farmcast"."comments" USING btree ("show_id","fold") WHERE same_as is null;
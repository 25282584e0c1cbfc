CREATE TABLE "farmcast"."show_tokens" (
	"show_id" text PRIMARY KEY NOT NULL,
	"used" bigint DEFAULT 0 NOT NULL,
	"spent" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
ALTER TABLE "farmcast"."comments" ADD COLUMN "basis" jsonb;--> statement-breakpoint
ALTER TABLE "farmcast"."comments" ADD COLUMN "suggested" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "farmcast"."shows" ADD COLUMN "suggestions_as_of" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "farmcast"."token_reservations" ADD COLUMN "show_id" text;--> statement-breakpoint
ALTER TABLE "farmcast"."show_tokens" ADD CONSTRAINT "show_tokens_show_id_shows_id_fk" FOREIGN KEY ("show_id") REFERENCES "farmcast"."shows"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comments_suggested" ON "farmcast"."comments" USING btree ("show_id") WHERE basis is not null and replied is null and same_as is null;--> statement-breakpoint
CREATE INDEX "token_reservations_show_id_index" ON "farmcast"."token_reservations" USING btree ("show_id");
ALTER TABLE "farmcast"."show_tokens" ADD COLUMN "held" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "farmcast"."token_usage" ADD COLUMN "held" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "segments_show_id_received_at_index" ON "farmcast"."segments" USING btree ("show_id","received_at");--> statement-breakpoint
UPDATE "farmcast"."show_tokens" t SET "held" = r.tokens FROM (SELECT "show_id", sum("tokens") AS tokens FROM "farmcast"."token_reservations" GROUP BY 1) r WHERE r.show_id = t.show_id;--> statement-breakpoint
UPDATE "farmcast"."token_usage" t SET "held" = r.tokens FROM (SELECT "account_id", "day", sum("tokens") AS tokens FROM "farmcast"."token_reservations" GROUP BY 1, 2) r WHERE r.account_id = t.account_id AND r.day = t.day;

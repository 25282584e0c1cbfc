CREATE TABLE "farmcast"."relays" (
	"id" text PRIMARY KEY NOT NULL,
	"show_id" text NOT NULL,
	"kind" text NOT NULL,
	"language" text NOT NULL,
	"url" text NOT NULL,
	"secret" text,
	"status" text DEFAULT 'active' NOT NULL,
	"delivered_seq" integer DEFAULT 0 NOT NULL,
	"post_to_seq" integer,
	"posts" integer DEFAULT 0 NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"failure" text,
	"next_try_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"leased_until" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "farmcast"."relays" ADD CONSTRAINT "relays_show_id_shows_id_fk" FOREIGN KEY ("show_id") REFERENCES "farmcast"."shows"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "relays_show_id_index" ON "farmcast"."relays" USING btree ("show_id");--> statement-breakpoint
CREATE INDEX "relays_next_try_at_index" ON "farmcast"."relays" USING btree ("next_try_at") WHERE status = 'active';
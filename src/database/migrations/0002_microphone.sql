ALTER TABLE "farmcast"."segments" ADD COLUMN "erased" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "farmcast"."shows" ADD COLUMN "mic_device" text;--> statement-breakpoint
ALTER TABLE "farmcast"."shows" ADD COLUMN "mic_until" timestamp (3) with time zone;
import type { Context } from "hono";
import { askGrower } from "#buyers/ask-grower.ts";
import type { BuyerQuestionRequest } from "#buyers/buyer-question.ts";
import type { Language } from "#i18n/language.ts";
import type { Services } from "#services.ts";
import type { AppEnv } from "./app-env.ts";
import { clientAddress } from "./client-address.ts";
import { spend, type RateLimits } from "./middleware/limit-rate.ts";

/** Takes what a buyer asks on a listing, in measure. Throws `rate_limited`, and what `askGrower` throws. */
export async function takeBuyerQuestion(
  services: Services,
  limits: RateLimits | undefined,
  c: Context<AppEnv>,
  { listing, question }: { listing: { language: Language; slug: string }; question: BuyerQuestionRequest },
): Promise<{ questionId: string; token: string }> {
  if (limits !== undefined) {
    await spend(limits.limiters.buyers, `listings:${clientAddress(c)}`, 1);
    await spend(limits.limiters.shows, `listing:${listing.slug}`, 1);
  }
  return askGrower(services, listing, question);
}

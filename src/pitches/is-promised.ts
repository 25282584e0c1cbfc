import type { Fact } from "#facts/fact.ts";
import { foldText } from "#facts/fold.ts";

/** Something is sent or brought, in words that no phrase has. */
export function isPromised({ text }: Fact): boolean {
  const folded = foldText(text);
  return DELIVERED.test(folded) && !DENIED.test(folded);
}
const DELIVERED = /(?<![a-z])(?:giao|gui|goi|ship|chuyen|cho (?:hang )?(?:den|tan|toi|ra|ve|vo|vao|di)|mang)(?![a-z])/;
/** The `k` of `400k` denies nothing. */
export const DENIED = /(?<![a-z\d])(?:khong|ko|k|hong|chua|chang|kinh)(?![a-z])/;

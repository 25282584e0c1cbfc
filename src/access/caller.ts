import type { Scope } from "#database/schema.ts";

/** Who asks: an account, through one of its keys or a browser session. */
export type Caller = {
  accountId: string;
  scopes: readonly Scope[];
  /** Absent for a browser session. */
  keyId?: string;
};

export const SCOPES = ["read", "write", "stream"] as const satisfies readonly Scope[];

/** The account of whoever runs this installation. */
export const OWNER_ACCOUNT_ID = "ac_owner";
/** The row of `OWNER_KEY`. */
export const OWNER_KEY_ID = "ke_owner";

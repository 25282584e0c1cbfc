/** Without a sentence for so long a device has put its microphone down, and another may take it up. */
export const MIC_LEASE_MS = 15_000;
/** A lease with more left than this is not written anew for every word. */
export const MIC_RENEW_MS = 10_000;

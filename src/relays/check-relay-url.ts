import { AppError } from "#errors.ts";
import type { Services } from "#services.ts";
import type { RelayKind } from "./relay.ts";

const YOUTUBE = { host: "upload.youtube.com", path: "/closedcaption" } as const;

/**
 * Refuses what captions may not be sent to, before anything is sent: an address that is not https, one with a password in it,
 * an ingestion that is not YouTube's. Which machine a name leads to is seen when it is called. Throws `relay_url_refused`.
 */
export function checkRelayUrl({ config }: Pick<Services, "config">, kind: RelayKind, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || url.username !== "" || url.password !== "") throw new AppError("relay_url_refused");
  url.hash = "";
  if (isTrusted(config.trustedHosts, url)) return url.href;
  const fits = kind === "youtube" ? isYouTube(url) : url.protocol === "https:" && url.port === "";
  if (!fits) throw new AppError("relay_url_refused");
  return url.href;
}

export function isTrusted(trustedHosts: readonly string[], { protocol, host, hostname }: URL): boolean {
  return (protocol === "http:" || protocol === "https:") && (trustedHosts.includes(host) || trustedHosts.includes(hostname));
}

/** Studio gives it with http or https. */
function isYouTube({ protocol, host, pathname }: URL): boolean {
  return (protocol === "https:" || protocol === "http:") && host === YOUTUBE.host && pathname === YOUTUBE.path;
}

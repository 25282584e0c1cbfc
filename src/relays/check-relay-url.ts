import { BlockList, isIP } from "node:net";
import { AppError } from "#errors.ts";
import type { Services } from "#services.ts";
import type { RelayKind } from "./relay.ts";

const YOUTUBE = { host: "upload.youtube.com", path: "/closedcaption" } as const;

/**
 * Refuses what captions may not be sent to, before anything is sent: an address that is not https, one with a password in it,
 * an ingestion that is not YouTube's, a machine of some inner network. Where another name leads to is seen when it is called.
 * Throws `relay_url_refused`, `relay_url_private`.
 */
export function checkRelayUrl({ config }: Pick<Services, "config">, kind: RelayKind, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || url.username !== "" || url.password !== "") throw new AppError("relay_url_refused");
  url.hash = "";
  if (isTrusted(config.trustedHosts, url)) return url.href;
  const fits = kind === "youtube" ? isYouTube(url) : url.protocol === "https:" && url.port === "";
  if (!fits) throw new AppError("relay_url_refused");
  if (isInner(url.hostname)) throw new AppError("relay_url_private");
  return url.href;
}

export function isTrusted(trustedHosts: readonly string[], { protocol, host, hostname }: URL): boolean {
  return (protocol === "http:" || protocol === "https:") && (trustedHosts.includes(host) || trustedHosts.includes(hostname));
}

/** Studio gives it with http or https. */
function isYouTube({ protocol, host, pathname }: URL): boolean {
  return (protocol === "https:" || protocol === "http:") && host === YOUTUBE.host && pathname === YOUTUBE.path;
}

/** RFC 6761 and 6762, and what networks call their own machines; a name without a dot is one of them too. */
const INNER_NAME = /^[^.]+$|\.(?:localhost|local|internal|intranet|lan|home|corp|home\.arpa)$/;

function isInner(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
  const family = isIP(host);
  return family === 0 ? INNER_NAME.test(host) : INNER.check(host, family === 6 ? "ipv6" : "ipv4");
}

/** IANA's special-purpose addresses: nobody's on the open net. An IPv4 address is found in its IPv6 form too. */
const INNER = new BlockList();
for (const [net, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const) {
  INNER.addSubnet(net, bits, "ipv4");
}
for (const [net, bits] of [
  ["::", 127],
  ["64:ff9b::", 96],
  ["100::", 64],
  ["2001:db8::", 32],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
] as const) {
  INNER.addSubnet(net, bits, "ipv6");
}

import { BlockList, isIP } from "node:net";
import type { Context } from "hono";
import type { AppEnv } from "./app-env.ts";

const OURS = new BlockList();
for (const [network, bits] of [
  ["127.0.0.0", 8],
  ["10.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
] as const) {
  OURS.addSubnet(network, bits);
}
for (const [network, bits] of [
  ["::1", 128],
  ["fc00::", 7],
  ["fe80::", 10],
] as const)
  OURS.addSubnet(network, bits, "ipv6");

/**
 * Where a request comes from. A proxy stands in our own network and names whom it speaks for at the end of
 * `X-Forwarded-For`; what anybody else writes there is not believed.
 */
export function clientAddress(c: Context<AppEnv>): string {
  const peer = (c.env.incoming?.socket.remoteAddress ?? "").replace(/^::ffff:/, "");
  const named = c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "";
  return isIP(named) !== 0 && isOurs(peer) ? named : peer;
}

function isOurs(address: string): boolean {
  return isIP(address) !== 0 && OURS.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
}

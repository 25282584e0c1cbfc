import { call, Refused } from "./call.ts";
import { randomId } from "./random-id.ts";
import { remember, remembered } from "./remember.ts";

/** This browser among the devices of a show. */
export function thisDevice(): string {
  const known = remembered("device") ?? randomId();
  remember("device", known);
  return known;
}

/** Takes the show's microphone where it is free; false where another device holds it. Without an answer the sentences themselves will tell. */
export async function takeMicrophone(api: string): Promise<boolean> {
  try {
    const mic = await call<{ yours: boolean }>(`${api}/mic`, { method: "POST", body: { device: thisDevice() } });
    return mic?.yours !== false;
  } catch (error) {
    if (error instanceof Refused) return true;
    throw error;
  }
}

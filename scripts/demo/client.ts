import { readEvents, type ServerEvent } from "../read-events.ts";

export type Client = {
  get(path: string): Promise<unknown>;
  post(path: string, body: object): Promise<unknown>;
  events(path: string, signal: AbortSignal): AsyncGenerator<ServerEvent>;
};

/** The service as any program of a customer's sees it: HTTP and a key. Throws with the answer where it is no success. */
export function createClient({ url, key }: { url: string; key: string }): Client {
  const headers = { authorization: `Bearer ${key}` };
  const call = async (path: string, init: RequestInit): Promise<unknown> => {
    const response = await fetch(new URL(path, url), { ...init, headers: { ...headers, "content-type": "application/json" } });
    if (!response.ok) throw new Error(`${init.method ?? "GET"} ${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  return {
    get: (path) => call(path, {}),
    post: (path, body) => call(path, { method: "POST", body: JSON.stringify(body) }),
    events: (path, signal) => readEvents(String(new URL(path, url)), headers, signal),
  };
}

/** The parts of a service worker that are used; TypeScript has them in a library that does not go together with a page's. */
export type Event = { waitUntil(done: Promise<unknown>): void };
type Asked = Event & { readonly request: Request; readonly clientId: string; respondWith(answer: Promise<Response>): void };
type Window = { readonly id: string; readonly url: string; navigate(url: string): Promise<unknown> };
type Told = Event & { readonly data: unknown };
declare const self: {
  addEventListener(name: "install" | "activate", listener: (event: Event) => void): void;
  addEventListener(name: "fetch", listener: (event: Asked) => void): void;
  addEventListener(name: "message", listener: (event: Told) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void>; matchAll(): Promise<readonly Window[]> };
};

/** What a grower reads: the studio, a story, and what it is used by. Never a live page, the API, or anybody else's page. */
const READ = /^\/(?:$|stories\/[^/]+\/(?:prompt|coach|plan)$)/;
/** The pages of viewers are left alone altogether. */
const VIEWERS = /^\/(?:watch|overlay)\//;
const DOORS = new Set(["/sign-in", "/sign-out"]);
/** Says for whom a page was written; nobody's page is not kept. */
const READER = "x-farmcast-reader";
/** One reader's pages; another's are never beside them. */
const PAGES = "farmcast-pages-";
const FILES = "farmcast-files";
const OFFLINE = "farmcast-offline";
const LANGUAGES = ["vi", "en", "ja"];
const PAGES_MAX = 80;
const FILES_MAX = 250;
/** A line that takes longer is as good as none, where there is a copy. */
const PATIENCE_MS = 4_000;

self.addEventListener("install", (event) => {
  event.waitUntil(keepOfflinePages().then(() => self.skipWaiting()));
});
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
// A page asks for others to be kept that will be wanted in the field: the prompter above all.
self.addEventListener("message", (event) => {
  event.waitUntil(keepPages(Array.isArray(event.data) ? event.data.map(String) : []));
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin === location.origin && DOORS.has(pathname)) event.respondWith(comeOrGo(event));
  if (request.method !== "GET" || origin !== location.origin || DOORS.has(pathname) || VIEWERS.test(pathname)) return;
  if (pathname.startsWith("/assets/")) event.respondWith(fileOf(request));
  else if (READ.test(pathname)) event.respondWith(pageOf(event));
  else if (request.mode === "navigate") event.respondWith(fetch(request).catch(() => offlinePage(request)));
});

/** The store is emptied first: on a slow line the next person would be shown the last one's copy. Then the other windows are. */
async function comeOrGo({ request, clientId }: Asked): Promise<Response> {
  await forgetOthers(undefined);
  const response = await fetch(request).catch(() => undefined);
  if (response === undefined) return request.mode === "navigate" ? offlinePage(request) : Response.error();
  const others = (await self.clients.matchAll()).filter(({ id, url }) => id !== clientId && READ.test(new URL(url).pathname));
  if (response.ok || response.type === "opaqueredirect") for (const other of others) void other.navigate(other.url);
  return response;
}

async function keepPages(paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    if (!READ.test(new URL(path, location.origin).pathname)) continue;
    await fetchPage(new Request(path)).then(
      ({ kept }) => kept,
      () => {},
    );
  }
}

/** A file's address names its version, so the one that is kept is right. */
async function fileOf(request: Request): Promise<Response> {
  const kept = await (await caches.open(FILES)).match(request, { ignoreVary: true });
  if (kept !== undefined) return kept;
  const response = await fetch(request);
  const isForGood = response.headers.get("cache-control")?.includes("immutable") ?? false;
  if (response.ok && isForGood) await put(FILES, request.url, response.clone(), FILES_MAX);
  return response;
}

/** From the server; the copy where it does not answer. Only a person who opens a page is shown a copy: a script wants what is true now. */
async function pageOf(event: Asked): Promise<Response> {
  const { request } = event;
  const fresh = fetchPage(request);
  event.waitUntil(fresh.then(({ kept }) => kept).catch(() => {}));
  if (request.mode !== "navigate") return (await fresh).response;
  const copy = await copyOf(request);
  const waits = copy === undefined ? [] : [new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS))];
  const answer = await Promise.race([fresh, ...waits]).catch(() => undefined);
  return answer?.response ?? copy ?? offlinePage(request);
}

async function fetchPage(request: Request): Promise<{ response: Response; kept: Promise<unknown> }> {
  const response = await fetch(request);
  return { response, kept: remember(request.url, response.clone()) };
}

async function remember(url: string, response: Response): Promise<void> {
  const reader = response.headers.get(READER);
  const isSignedOut = response.status === 401 || (response.ok && reader === null);
  if (isSignedOut || reader !== null) await forgetOthers(isSignedOut ? undefined : PAGES + reader);
  if (response.status === 404) await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).delete(url)));
  if (!response.ok || reader === null) return;
  const text = await response.clone().text();
  await put(PAGES + reader, url, response, PAGES_MAX);
  for (const [, path = ""] of text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)) await fileOf(new Request(path));
}

async function forgetOthers(name: string | undefined): Promise<void> {
  const others = (await caches.keys()).filter((other) => other.startsWith(PAGES) && other !== name);
  await Promise.all(others.map((other) => caches.delete(other)));
}

/** The newest stand last, so the oldest go first. */
async function put(name: string, url: string, response: Response, most: number): Promise<void> {
  const cache = await caches.open(name);
  await cache.delete(url);
  await cache.put(url, response);
  for (const old of (await cache.keys()).slice(0, -most)) await cache.delete(old);
}

/** The page that was kept, with its own words about that uncovered. */
async function copyOf(request: Request): Promise<Response | undefined> {
  const name = (await caches.keys()).find((each) => each.startsWith(PAGES));
  if (name === undefined) return undefined;
  const pages = await caches.open(name);
  const urls = (await pages.keys()).map(({ url }) => url);
  const url = urls.find((each) => each === request.url) ?? urls.findLast((each) => contentOf(each) === contentOf(request.url));
  const kept = url === undefined ? undefined : await pages.match(url, { ignoreVary: true });
  if (kept === undefined) return undefined;
  const text = await kept.text();
  return new Response(text.replace('id="kept" hidden', 'id="kept"'), { headers: unpacked(kept.headers) });
}

/** What a page shows, whatever language its own words are in: a prompter's `lang` is what is read out. */
function contentOf(address: string): string {
  const url = new URL(address);
  url.searchParams.delete(url.pathname.endsWith("/prompt") ? "ui" : "lang");
  url.searchParams.sort();
  return url.href;
}

function unpacked(headers: Headers): Headers {
  const plain = new Headers(headers);
  for (const name of ["content-encoding", "content-length"]) plain.delete(name);
  return plain;
}

async function keepOfflinePages(): Promise<void> {
  await (await caches.open(OFFLINE)).addAll(LANGUAGES.map((language) => `/offline?lang=${language}`));
}

async function offlinePage(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams;
  const wanted = [asked.get("ui"), asked.get("lang"), ...navigator.languages.map((name) => name.slice(0, 2))];
  const language = wanted.find((name) => name !== null && LANGUAGES.includes(name)) ?? "en";
  return (await caches.match(`/offline?lang=${language}`)) ?? Response.error();
}

import { forget, remember, remembered, rememberedKeys } from "./remember.ts";

/** As the service worker names its copies of one reader's pages. */
const PAGES = "farmcast-pages-";

/**
 * Has the service worker keep the pages that this one links to with `data-keep`, and this one: what is needed in a field
 * without a line. `state` is how the story stands; as long as it stands so, nothing is fetched twice.
 */
export async function keepCopies(storyId: string | undefined, state: string): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  await navigator.serviceWorker.register("/service-worker.js");
  const { active } = await navigator.serviceWorker.ready;
  const links = [...document.querySelectorAll<HTMLAnchorElement>("a[data-keep]")].map(({ href }) => href);
  const forms = [...document.querySelectorAll<HTMLFormElement>("form[data-keep]")].map(addressOf);
  const paths = [location.href, ...links, ...forms];
  const key = `copies-${storyId ?? "start"}`;
  const copies = await Promise.all(paths.map((path) => caches.match(path, { ignoreVary: true })));
  if (active === null || (remembered(key) === state && !copies.includes(undefined))) return;
  active.postMessage(paths, []);
  remember(key, state);
}

/** Where a form leads as it stands. */
function addressOf(form: HTMLFormElement): string {
  const address = new URL(form.action);
  for (const [name, value] of new FormData(form)) if (typeof value === "string") address.searchParams.append(name, value);
  return address.href;
}

/** A story that is gone is gone from the phone. */
export async function forgetStory(storyId: string): Promise<void> {
  for (const key of rememberedKeys("").filter((each) => each.includes(storyId))) forget(key);
  if (!("caches" in globalThis)) return;
  for (const name of (await caches.keys()).filter((each) => each.startsWith(PAGES))) {
    const pages = await caches.open(name);
    const urls = (await pages.keys()).map(({ url }) => url);
    await Promise.all(urls.filter((url) => url.includes(storyId)).map((url) => pages.delete(url)));
  }
}

/** Whoever uses this phone next finds nothing of this reader's. */
export async function forgetReader(): Promise<void> {
  for (const key of rememberedKeys("")) forget(key);
  if (!("caches" in globalThis)) return;
  await Promise.all((await caches.keys()).filter((name) => name.startsWith(PAGES)).map((name) => caches.delete(name)));
}

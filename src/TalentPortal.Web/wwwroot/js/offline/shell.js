// Pages for where there is no network. Each lies in a cache of its own, with everything that it loads.

/** Keeps a page and everything that it loads, and what it may load later. */
export async function keepPage(at, place, later = []) {
  const answer = await fetch(at, { cache: "no-store", redirect: "error" });
  if (!answer.ok) throw new Error(`The page for without network answers ${answer.status}.`);
  const html = await answer.clone().text();
  const page = new DOMParser().parseFromString(html, "text/html");
  const loaded = [...page.querySelectorAll("link[href], script[src], img[src]")].map(one => one.getAttribute("href") ?? one.getAttribute("src"));
  const cache = await caches.open(place);
  await cache.addAll([...new Set([...loaded, ...later])]);
  const sheets = [...page.querySelectorAll("link[rel=stylesheet]")].map(one => one.getAttribute("href"));
  await cache.addAll((await Promise.all(sheets.map(sheet => fontsOf(sheet, cache)))).flat());
  await cache.put(at, answer);
}

/** What a kept sheet takes its letters and icons from. */
async function fontsOf(sheet, cache) {
  const rules = await (await cache.match(sheet)).text();
  return [...rules.matchAll(/url\("?([^")]+\.woff2[^")]*)"?\)/g)].map(found => new URL(found[1], new URL(sheet, location)).href);
}

/** Keeps what such a page shows, in place of what was kept. */
export async function keepPack(pack, at, place) {
  const cache = await caches.open(place);
  await cache.put(at, new Response(JSON.stringify(pack), { headers: { "Content-Type": "application/json" } }));
}

/** What was kept; null where nothing was. */
export async function keptPack(at, place) {
  const kept = await caches.match(at, { cacheName: place });
  return kept ? kept.json() : null;
}

/** Removes a page, what it shows, and its worker. */
export async function forgetPage(place, scope) {
  if (!("caches" in window)) return;
  await caches.delete(place);
  const registration = await navigator.serviceWorker?.getRegistration(scope);
  // The worker of a wider scope is somebody else's.
  if (registration && new URL(registration.scope).pathname === scope) await registration.unregister();
}

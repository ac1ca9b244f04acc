// What a device keeps of a card, in one cache of the browser: the page without anybody's name, what it loads, the card with its next
// codes, the photo. Nothing else is ever kept; forget() removes all of it.

const place = "talent-card";
const packAt = "/cards/show/kept";
const photoAt = "/cards/show/kept-photo";

/** Where the page for without network lies. */
export const shellAt = "/cards/show/shell";

/** Keeps the page for without network and everything that it loads. */
export async function keepShell() {
  const answer = await fetch(shellAt, { cache: "no-store" });
  if (!answer.ok) throw new Error(`The page for without network answers ${answer.status}.`);
  const html = await answer.clone().text();
  const page = new DOMParser().parseFromString(html, "text/html");
  const loaded = [...page.querySelectorAll("link[href], script[src], img[src]")].map(one => one.getAttribute("href") ?? one.getAttribute("src"));
  const cache = await caches.open(place);
  await cache.addAll([...new Set(loaded)]);
  await cache.put(shellAt, answer);
}

/** Keeps a card of an account, in place of what was kept. */
export async function keepCard(pack) {
  const cache = await caches.open(place);
  await cache.put(packAt, new Response(JSON.stringify(pack), { headers: { "Content-Type": "application/json" } }));
  if (!pack.face.photo) return void await cache.delete(photoAt);
  const photo = await fetch(pack.face.photo);
  if (photo.ok) await cache.put(photoAt, photo);
}

/** The kept card; null where there is none. */
export async function keptCard() {
  const kept = await caches.match(packAt, { cacheName: place });
  return kept ? kept.json() : null;
}

/** The kept photo; null where there is none. */
export async function keptPhoto() {
  const kept = await caches.match(photoAt, { cacheName: place });
  return kept ? kept.blob() : null;
}

/** Removes everything that this device keeps of a card. */
export async function forget() {
  if (!("caches" in window)) return;
  await caches.delete(place);
  const registration = await navigator.serviceWorker?.getRegistration("/cards/show");
  await registration?.unregister();
}

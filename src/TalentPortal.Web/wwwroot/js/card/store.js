// What a device keeps of a card, in one cache of the browser: the page without anybody's name, what it loads, the card with its next
// codes, the photo. Nothing else is ever kept; forget() removes all of it.
import { forgetPage, keepPack, keepPage, keptPack } from "../offline/shell.js";

const place = "talent-card";
const packAt = "/cards/show/kept";
const photoAt = "/cards/show/kept-photo";
const scope = "/cards/show";
const shellAt = "/cards/show/shell";

/** Keeps the page for without network and everything that it loads. */
export const keepShell = () => keepPage(shellAt, place);

/** Keeps a card of an account, in place of what was kept. */
export async function keepCard(pack) {
  await keepPack(pack, packAt, place);
  const cache = await caches.open(place);
  if (!pack.face.photo) return void await cache.delete(photoAt);
  const photo = await fetch(pack.face.photo);
  if (photo.ok) await cache.put(photoAt, photo);
}

/** The kept card; null where there is none. */
export const keptCard = () => keptPack(packAt, place);

/** The kept photo; null where there is none. */
export async function keptPhoto() {
  const kept = await caches.match(photoAt, { cacheName: place });
  return kept ? kept.blob() : null;
}

/** Removes everything that this device keeps of a card. */
export const forget = () => forgetPage(place, scope);

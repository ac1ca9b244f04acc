// What was sent and had no answer: the worker lays it down, and the next page, with network or without, takes it up. It lies on the device
// and not in the address: a link that somebody sends uses nothing, and signing in on the way loses nothing.
import { put } from "./queue.js";

const place = "venue-till-lost";
const worthAsking = 60000;

/**
 * Takes it up: uses wait under their own operations from now on, whether or not they count already. Also the code of a look, which is
 * asked again unless it is long ago.
 */
export async function takeLost(pack) {
  const lost = { uses: [], code: null };
  if (!("caches" in window)) return lost;
  const cache = await caches.open(place);
  for (const key of await cache.keys()) {
    const sent = await (await cache.match(key))?.json();
    if (sent?.operationId) {
      const use = useOf(sent, pack);
      await put(use);
      lost.uses.push(use);
    } else if (sent?.Code && Date.now() - sent.since < worthAsking) {
      lost.code = sent.Code;
    }
    await cache.delete(key);
  }
  return lost;
}

/** A printed card's is only asked for: its PIN is not kept. */
function useOf({ at, since, operationId, Code, benefit, price, staff, staffName, isPrinted }, pack) {
  const known = pack?.levels.flatMap(level => level.benefits).find(one => one.code === benefit);
  return {
    id: operationId, at, code: Code, benefit, benefitName: known?.name ?? benefit, price: price ?? null, staff, staffName,
    scannedAt: new Date(since + (pack?.behind ?? 0)).toISOString(), isLost: true, isPrinted,
  };
}

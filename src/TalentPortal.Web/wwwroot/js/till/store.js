// Where the till for without network lies on a device.
import { forgetPage, keepPack, keepPage, keptPack } from "../offline/shell.js";

const place = "venue-till";
const packAt = "/venue/kept";
const scope = "/venue";
const shellAt = "/venue/shell";

/** Installs the till for without network, with the files that it may load later. */
export async function install(later) {
  await navigator.serviceWorker.register("/till-worker.js", { scope });
  await Promise.all([keepPage(shellAt, place, later), navigator.serviceWorker.ready]);
}

/** Keeps what the till knows of its venue. */
export const keep = pack => keepPack(pack, packAt, place);

/** What the till knows of its venue; null where it was never opened with network. */
export const kept = () => keptPack(packAt, place);

/** Closes the till on this device. Uses that wait to be handed in stay: they are the venue's, and name nobody. */
export const close = () => forgetPage(place, scope);

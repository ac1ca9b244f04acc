// The till with network: the camera, what the till needs where there is none, and the uses of that time, which are handed in here.
import { readerFiles, startCamera } from "./camera.js";
import { showWaiting } from "./list.js";
import { put, remove } from "./queue.js";
import { install, keep, kept } from "./store.js";

const freshFor = 600000;
const root = document.querySelector("[data-till]");
const at = root.dataset.till;
const scan = root.querySelector("#scan");

startCamera(root, text => {
  scan.elements.Code.value = text;
  scan.requestSubmit();
});
if ("indexedDB" in window) await handIn();
if ("serviceWorker" in navigator && "caches" in window) await prepare();
root.dataset.ready = "true";

async function prepare() {
  const before = await kept();
  const lang = document.documentElement.lang;
  if (before?.lang === lang && before.venue.code === at && Date.now() - Date.parse(before.asOf) < freshFor) return;
  const answer = await fetch(`/venue/shell?handler=Pack&at=${encodeURIComponent(at)}`, { cache: "no-store", redirect: "manual" });
  if (!answer.ok) return;
  const pack = await answer.json();
  await install(readerFiles);
  await keep({ ...pack, lang, behind: Date.parse(pack.now) - Date.now(), asOf: new Date().toISOString() });
}

async function handIn() {
  const uses = (await showWaiting(root)).filter(use => !use.sentence);
  if (uses.length === 0) return;
  let counted = 0;
  for (const use of uses) {
    const answer = await send(use);
    // No network again, signed out, or not a venue of whoever is signed in: it goes on waiting.
    if (!answer) continue;
    if (answer.state === "Counted") {
      counted++;
      await remove(use.id);
    } else if (answer.state === "Conflict") {
      const { id, benefitName, scannedAt } = use;
      await put({ id, benefitName, scannedAt, at: use.at, sentence: answer.sentence });
    }
  }
  // The list of uses is older than they are. A card that is being served stays on the screen.
  if (counted > 0 && !root.querySelector(".tp-use")) location.replace(`/venue?at=${encodeURIComponent(at)}`);
  else await showWaiting(root);
}

async function send(use) {
  const body = new URLSearchParams({ operationId: use.id, code: use.code, benefit: use.benefit, price: use.price ?? "", scannedAt: use.scannedAt });
  body.set("__RequestVerificationToken", scan.elements.__RequestVerificationToken.value);
  try {
    const answer = await fetch(`/venue/shell?handler=Sync&at=${encodeURIComponent(use.at)}`, { method: "POST", body, redirect: "manual" });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

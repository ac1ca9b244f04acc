// The till with network: the camera, what the till needs where there is none, and the uses of that time, which are handed in here. What had no
// answer is taken up first.
import { readerFiles, startCamera } from "./camera.js";
import { isOwn, showWaiting } from "./list.js";
import { takeLost } from "./lost.js";
import { put, remove } from "./queue.js";
import { install, keep, kept } from "./store.js";

const freshFor = 600000;
const again = 15000;
const root = document.querySelector("[data-till]");
const at = root.dataset.till;
const scan = root.querySelector("#scan");

startCamera(root, text => {
  scan.elements.Code.value = text;
  scan.requestSubmit();
});
tellKept();
if ("indexedDB" in window) await goOn();
if ("serviceWorker" in navigator && "caches" in window) await prepare();
root.dataset.ready = "true";

async function prepare() {
  const before = await kept();
  const lang = document.documentElement.lang;
  if (before?.lang === lang && before.staff?.id === root.dataset.staff && before.venue.code === at && Date.now() - Date.parse(before.asOf) < freshFor) return;
  const answer = await fetch(`/venue/shell?handler=Pack&at=${encodeURIComponent(at)}`, { cache: "no-store", redirect: "manual" });
  if (!answer.ok) return;
  const pack = await answer.json();
  await install(readerFiles);
  await keep({ ...pack, lang, behind: Date.parse(pack.now) - Date.now(), asOf: new Date().toISOString() });
}

async function goOn() {
  const { code } = await takeLost("caches" in window ? await kept() : null);
  await handIn(code);
  if (code) lookAgain(code);
  else sessionStorage.removeItem("till-looked");
}

/** Asks for a look's answer once more; whoever stands there decides about the next time. */
function lookAgain(code) {
  scan.elements.Code.value = code;
  const isSecond = sessionStorage.getItem("till-looked") === code;
  sessionStorage.setItem("till-looked", code);
  if (isSecond) tell("lookAgain", "warn");
  else scan.requestSubmit();
}

function show() {
  return showWaiting(root, root.dataset.manages && (theirs => handOver(theirs)));
}

async function handIn(looked) {
  await handOver((await show()).filter(use => !use.sentence && isOwn(use, root)), looked);
}

/** Hands in uses, those of a colleague on behalf. */
async function handOver(uses, looked) {
  if (uses.length === 0) return;
  let counted = 0;
  let isAsking = false;
  for (const use of uses) {
    const answer = await (use.isPrinted ? ask(use) : send(use));
    isAsking ||= use.isPrinted && answer?.state === "Later";
    // No network again, signed out, or not a venue of whoever is signed in: it goes on waiting.
    if (!answer) continue;
    if (answer.state === "Counted") {
      counted++;
      if (use.isLost) sessionStorage.setItem("till-counted", use.benefitName);
      await remove(use.id);
    } else if (answer.state === "Conflict") {
      const { id, benefitName, scannedAt } = use;
      await put({ id, benefitName, scannedAt, at: use.at, sentence: answer.sentence });
    }
  }
  if (isAsking) setTimeout(() => handIn(), again);
  // The list of uses is older than they are. A card that is being served stays on the screen.
  if (counted > 0 && !looked && !root.querySelector(".tp-use")) return void location.replace(`/venue?at=${encodeURIComponent(at)}`);
  tellKept();
  await show();
}

/** What became of a use whose answer was lost, also after the page was loaded anew. */
function tellKept() {
  const benefit = sessionStorage.getItem("till-counted");
  if (!benefit) return;
  sessionStorage.removeItem("till-counted");
  tell("counted", "ok", benefit);
}

function tell(key, kind, what = "") {
  const told = root.querySelector("[data-told]");
  const note = document.createElement("div");
  note.className = "tp-note";
  note.dataset.kind = kind;
  note.dataset.said = key;
  note.textContent = told.dataset[key].replace("{0}", what);
  told.prepend(note);
}

/** Whether a printed card's use counts: it is not sent again, its PIN is not kept. */
async function ask({ id, at: venue, scannedAt }) {
  const { behind = 0 } = ("caches" in window && await kept()) || {};
  const seconds = Math.max(0, Math.round((Date.now() + behind - Date.parse(scannedAt)) / 1000));
  return answered(fetch(`/venue/shell?${new URLSearchParams({ handler: "Asked", at: venue, use: id, seconds })}`, { cache: "no-store", redirect: "manual" }));
}

function send(use) {
  const body = new URLSearchParams({ operationId: use.id, code: use.code, benefit: use.benefit, price: use.price ?? "", scannedAt: use.scannedAt });
  if (use.staff) body.set("staff", use.staff);
  if (!isOwn(use, root)) body.set("onBehalf", "true");
  body.set("__RequestVerificationToken", scan.elements.__RequestVerificationToken.value);
  return answered(fetch(`/venue/shell?handler=Sync&at=${encodeURIComponent(use.at)}`, { method: "POST", body, redirect: "manual" }));
}

async function answered(asked) {
  try {
    const answer = await asked;
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

// The card with network: turns the codes, fetches the next ones, and keeps card and page on the device for when the network fails.
// [data-card-page][data-account]: the account, or empty while the card gives no code.
import { forget, keepCard, keepShell } from "./store.js";
import { Turns } from "./turns.js";

const root = document.querySelector("[data-card-page]");
const account = root.dataset.account;
let behind = 0;
let asOf = new Date();

if (account) start();
else forget();

function start() {
  const drawing = root.querySelector("[data-code-from]");
  const turns = new Turns(root, Number(root.querySelector("[data-code-clock]").max), () => Date.now() + behind, () => renew(turns));
  renew(turns).then(() => turns.begin(drawing.dataset.codeFrom));
  addEventListener("online", () => renew(turns));
  if ("serviceWorker" in navigator && "caches" in window) install();
}

async function renew(turns) {
  let answer;
  try {
    answer = await fetch("/cards/show?handler=Codes", { cache: "no-store", redirect: "manual", headers: { Accept: "application/json" } });
  } catch {
    // No network: the codes that are here go on turning, and the page says from when they are.
    say("[data-offline-note]");
    return;
  }
  // The card gives no code any more, or whoever used it is signed out: the portal says what is the matter.
  if (!answer.ok) return void location.reload();
  const pack = await answer.json();
  behind = Date.parse(pack.now) - Date.now();
  asOf = new Date();
  root.querySelector("[data-offline-note]").hidden = true;
  turns.take(pack.codes);
  if (!("caches" in window)) return;
  await keepCard({ ...pack, account, behind, asOf: asOf.toISOString() });
  if (root.dataset.installed) say("[data-kept-note]");
}

async function install() {
  await navigator.serviceWorker.register("/cards/worker.js", { scope: "/cards/show" });
  await Promise.all([keepShell(), navigator.serviceWorker.ready]);
  root.dataset.installed = "true";
  say("[data-kept-note]");
}

function say(selector) {
  const note = root.querySelector(selector);
  note.textContent = note.dataset.words.replace("{0}", asOf.toLocaleTimeString("zh-CN", { hour: "2-digit", minute: "2-digit" }));
  note.hidden = false;
}

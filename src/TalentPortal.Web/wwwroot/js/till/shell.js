// The till without network: the code's signature and time are checked here, and a use waits on the device until it is handed in.
import { startCamera } from "./camera.js";
import { readCode } from "./codes.js";
import { showWaiting } from "./list.js";
import { takeLost } from "./lost.js";
import { put, waiting } from "./queue.js";
import { kept } from "./store.js";

const again = 15000;
const root = document.querySelector("[data-till]");
const scan = root.querySelector("#scan");
const result = root.querySelector("[data-result]");
const pack = await kept();

if (pack) await open();
else root.querySelector("[data-nothing-kept]").hidden = false;
root.dataset.ready = "true";

async function open() {
  root.dataset.staff = pack.staff?.id ?? "";
  root.querySelector("[data-venue]").textContent = pack.venue.name;
  root.querySelector("[data-open]").hidden = false;
  scan.addEventListener("submit", event => {
    event.preventDefault();
    look(scan.elements.Code.value.trim());
  });
  startCamera(root, look);
  // Looked at by its own address, with network, it stays.
  if (location.pathname === "/venue") {
    addEventListener("online", leave);
    setInterval(tryNetwork, again);
  }
  const lost = await takeLost(pack);
  await showWaiting(root);
  await goOn(lost);
  scan.elements.Code.focus();
}

/** What was sent as the network went: a look goes on here, a use waits under its own operation. */
async function goOn({ uses, code }) {
  const use = uses.at(-1);
  if (use) say(use.isPrinted ? "asking" : "noted", use.isPrinted ? "warn" : "ok", use.benefitName);
  else if (code) await look(code);
}

async function look(text) {
  scan.reset();
  if (!text) return void say("missing");
  const { code, why } = await readCode(text, pack, now());
  if (why) say(why);
  else if ((await waiting()).some(use => use.code === text)) say("used");
  else show(code);
}

function show(code) {
  const level = levelOf(code);
  const card = document.querySelector("template[data-card]").content.cloneNode(true);
  card.querySelector("[data-level]").textContent = level?.name ?? "";
  card.querySelector("[data-nothing-here]").hidden = (level?.benefits.length ?? 0) > 0;
  const panel = card.querySelector("section");
  for (const benefit of level?.benefits ?? []) panel.append(formOf(code, benefit));
  result.replaceChildren(card);
}

function formOf(code, benefit) {
  const form = document.querySelector("template[data-use]").content.cloneNode(true).querySelector("form");
  form.querySelector("[data-benefit]").textContent = benefit.name;
  if (!benefit.isPriced) form.querySelector("[data-priced]").remove();
  form.addEventListener("submit", async event => {
    event.preventDefault();
    const price = form.elements.price?.value.trim();
    if (benefit.isPriced && !isPrice(price)) form.querySelector("[data-price-wrong]").hidden = false;
    else await use(code, benefit, price, crypto.randomUUID());
  });
  return form;
}

async function use(code, benefit, price, id) {
  await put({
    id, at: pack.venue.code, code: code.text, benefit: benefit.code, benefitName: benefit.name, price: price || null,
    scannedAt: now().toISOString(), staff: pack.staff?.id, staffName: pack.staff?.name,
  });
  await showWaiting(root);
  say("noted", "ok", benefit.name);
}

function say(key, kind = "warn", what = "") {
  const note = document.createElement("div");
  note.className = "tp-note";
  note.dataset.kind = kind;
  note.dataset.said = key;
  note.textContent = result.dataset[key].replace("{0}", what);
  result.replaceChildren(note);
}

function levelOf(code) {
  return pack.levels.find(level => level.digit === code.levelDigit);
}

/** The portal's time: the device's clock may be wrong. */
function now() {
  return new Date(Date.now() + pack.behind);
}

function isPrice(text) {
  return /^\d+(\.\d{1,2})?$/.test(text) && Number(text) > 0 && Number(text) <= pack.highestPrice;
}

/** The portal knows more than what is kept; a card that is being served stays on the screen. */
function leave() {
  if (!result.querySelector("form")) location.replace(`/venue?at=${encodeURIComponent(pack.venue.code)}`);
}

async function tryNetwork() {
  const answer = await fetch("/health/live", { cache: "no-store" }).catch(() => null);
  if (answer?.ok) leave();
}

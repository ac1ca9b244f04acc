// The card without network: what the device keeps, from when it is, and the codes that are left.
import { keptCard, keptPhoto } from "./store.js";
import { Turns } from "./turns.js";

const show = selector => {
  const element = document.querySelector(selector);
  element.hidden = false;
  return element;
};

// The portal knows more than what is kept.
addEventListener("online", () => location.replace("/cards/show"));

const pack = await keptCard();
if (pack) await showCard();
else show("[data-nothing-kept]");
document.documentElement.dataset.shown = "true";

async function showCard() {
  const face = show("[data-kept-card]");
  for (const name of ["level", "name", "number", "until"]) face.querySelector(`[data-card=${name}]`).textContent = pack.face[name];
  const photo = await keptPhoto();
  const picture = face.querySelector("[data-card=photo]");
  if (photo) picture.src = URL.createObjectURL(photo);
  else picture.remove();
  const at = new Date(pack.asOf);
  const time = { hour: "2-digit", minute: "2-digit" };
  const isToday = at.toDateString() === new Date().toDateString();
  const note = show("[data-offline-note]");
  note.textContent = note.dataset.words.replace("{0}", isToday
    ? at.toLocaleTimeString("zh-CN", time)
    : at.toLocaleString(document.documentElement.lang, { month: "long", day: "numeric", ...time }));
  const turns = new Turns(document, pack.turnSeconds, () => Date.now() + pack.behind);
  turns.take(pack.codes);
  turns.begin(null);
}

// Shows what waits to be handed in, and what the portal did not take, until somebody has read why.
import { remove, waiting } from "./queue.js";

/** Shows it. Who answers for the venue may hand in for a colleague: an account's uses. */
export async function showWaiting(root, onBehalf) {
  const panel = root.querySelector("[data-waiting-uses]");
  const uses = await waiting();
  panel.hidden = uses.length === 0;
  panel.querySelector("ul").replaceChildren(...uses.map(use => itemOf(use, panel, root)));
  panel.querySelector("[data-colleagues]").replaceChildren(...colleaguesOf(uses, root).map(theirs => noteOf(theirs, panel, onBehalf)));
  root.dataset.waiting = uses.length;
  return uses;
}

/** Whether it is for whoever is signed in to hand in. What an earlier till noted names nobody, and a printed card's is only asked for. */
export const isOwn = (use, root) => !use.staff || use.isPrinted || use.staff === root.dataset.staff;

/** Uses that others have to hand in, account by account. */
function colleaguesOf(uses, root) {
  return [...Map.groupBy(uses.filter(use => !use.sentence && !isOwn(use, root)), use => use.staff).values()];
}

function noteOf(theirs, panel, onBehalf) {
  const note = panel.querySelector("[data-colleague]").content.cloneNode(true);
  const [who, button] = [note.querySelector("[data-who]"), note.querySelector("button")];
  const name = theirs[0].staffName ?? "";
  who.textContent = who.dataset.text.replace("{0}", name).replace("{1}", theirs.length);
  button.textContent = button.dataset.text.replace("{0}", name);
  button.hidden = !onBehalf;
  button.addEventListener("click", () => {
    button.disabled = true;
    onBehalf(theirs);
  });
  return note;
}

function itemOf(use, panel, root) {
  const kind = use.sentence ? "conflict" : use.isPrinted ? "asking" : "unconfirmed";
  const item = panel.querySelector(`[data-${kind}]`).content.cloneNode(true);
  const at = new Date(use.scannedAt);
  item.querySelector("[data-what]").textContent = use.benefitName;
  item.querySelector("[data-when]").textContent =
    at.toLocaleString(document.documentElement.lang, { month: "numeric", day: "numeric", hour: "2-digit", minute: "2-digit", hour12: false });
  if (use.sentence) {
    item.querySelector("[data-why]").textContent = use.sentence;
    item.querySelector("button").addEventListener("click", async () => {
      await remove(use.id);
      await showWaiting(root);
    });
  }
  return item;
}

// Shows what waits to be handed in, and what the portal did not take, until somebody has read why.
import { remove, waiting } from "./queue.js";

export async function showWaiting(root) {
  const panel = root.querySelector("[data-waiting-uses]");
  const uses = await waiting();
  panel.hidden = uses.length === 0;
  panel.querySelector("ul").replaceChildren(...uses.map(use => itemOf(use, panel, root)));
  root.dataset.waiting = uses.length;
  return uses;
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

// Signing out removes the card that this device keeps, and closes a venue's till for without network. The portal's answer asks the browser
// for the former too; not every browser does it.
import { forget } from "./card/store.js";
import { close } from "./till/store.js";

export function startForgetKept(root) {
  root.addEventListener("click", event => {
    if (!event.target.closest?.("[data-sign-out]")) return;
    forget();
    close();
  });
}

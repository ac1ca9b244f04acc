// Signing out removes the card that this device keeps. The portal's answer asks the browser for the same; not every browser does it.
import { forget } from "./card/store.js";

export function startForgetCard(root) {
  root.addEventListener("click", event => {
    if (event.target.closest?.("[data-sign-out]")) forget();
  });
}

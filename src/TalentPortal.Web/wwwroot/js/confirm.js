// button[data-confirm="question"][data-confirm-words][data-confirm-yes]: asks before it submits.
// The yes button names the act; without script the server's own page asks, or the act can be undone.

export function startConfirm(root) {
  const dialog = root.querySelector("#tp-confirm");
  if (!dialog?.showModal) return;
  const yes = dialog.querySelector("[data-confirm-yes]");
  let agreed = null;
  root.addEventListener("click", event => {
    const button = event.target.closest?.("button[data-confirm]");
    if (!button || button === agreed) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    dialog.querySelector("h2").textContent = button.dataset.confirm;
    dialog.querySelector("[data-confirm-words]").textContent = button.dataset.confirmWords ?? "";
    yes.textContent = button.dataset.confirmYes ?? button.textContent.trim();
    dialog.showModal();
    yes.onclick = () => {
      dialog.close();
      agreed = button;
      button.click();
      agreed = null;
    };
  }, { capture: true });
  dialog.querySelector("[data-confirm-no]").addEventListener("click", () => dialog.close());
}

// button[data-confirm="question"][data-confirm-words][data-confirm-yes]: asks before it submits.
// A form with a gap is sent at once: the server names what is missing before anybody is asked whether they mean it.
// The yes button names the act; without script the server's own page asks, or the act can be undone.

function hasGap(form) {
  if (!form) return false;
  const isEmpty = field => field.type === "checkbox" ? !field.checked : field.value.trim() === "";
  const isUnchosen = group => !group.querySelector("input:checked");
  return [...form.querySelectorAll("[required], [aria-required=true]")].some(field => !field.disabled && isEmpty(field))
    || [...form.querySelectorAll("fieldset[data-required]")].some(isUnchosen)
    || [...form.elements].some(field => field.maxLength > 0 && field.value.length > field.maxLength);
}

export function startConfirm(root) {
  const dialog = root.querySelector("#tp-confirm");
  if (!dialog?.showModal) return;
  const yes = dialog.querySelector("[data-confirm-yes]");
  let agreed = null;
  root.addEventListener("click", event => {
    const button = event.target.closest?.("button[data-confirm]");
    if (!button || button === agreed || hasGap(button.form)) return;
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

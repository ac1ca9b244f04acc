// After a form was sent its buttons rest, so that an impatient second click does nothing. The server's operation id is the truth.

export function startSubmitGuard(root) {
  root.addEventListener("submit", event => {
    const form = event.target;
    // A form that answers with a file leaves its page standing.
    if (event.defaultPrevented || form.dataset.preference || form.dataset.download !== undefined || form.method === "get") return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "true";
    // After this turn, so that the pressed button's own name and value are still sent.
    setTimeout(() => rest(form, true));
  });
  // Back from the cache of the browser: the form may be sent again.
  addEventListener("pageshow", () => {
    for (const form of root.querySelectorAll("form[data-sent]")) {
      delete form.dataset.sent;
      rest(form, false);
    }
  });
  for (const button of root.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }
}

function rest(form, isResting) {
  for (const button of form.elements) {
    if (button.type !== "submit") continue;
    if (isResting && !button.disabled) button.dataset.resting = "true";
    if (button.dataset.resting) button.disabled = isResting;
    if (!isResting) delete button.dataset.resting;
  }
}

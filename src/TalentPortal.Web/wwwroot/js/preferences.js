// Text size and theme change in place, so that nothing typed is lost; the cookie is set by the same POST as without script.

const apply = {
  text: value => { document.documentElement.dataset.text = value; },
  theme: value => { document.documentElement.dataset.bsTheme = value; },
};

export function startPreferences(root) {
  for (const form of root.querySelectorAll("form[data-preference]")) {
    const name = form.dataset.preference;
    const button = form.querySelector("button");
    if (!apply[name] || !button.dataset.otherValue) continue;
    if (name === "theme") matchTheme(button);
    form.addEventListener("submit", async event => {
      event.preventDefault();
      const value = button.value;
      apply[name](value);
      swap(button);
      const data = new URLSearchParams({ [name]: value });
      await fetch(form.action, { method: "POST", body: data, credentials: "same-origin", redirect: "manual" });
    });
  }
}

/** While the system decides, the button must offer the other one. */
function matchTheme(button) {
  if (document.documentElement.dataset.bsTheme === button.value) swap(button);
}

function swap(button) {
  const words = button.querySelector("span");
  [button.value, button.dataset.otherValue] = [button.dataset.otherValue, button.value];
  [words.textContent, button.dataset.otherText] = [button.dataset.otherText, words.textContent];
}

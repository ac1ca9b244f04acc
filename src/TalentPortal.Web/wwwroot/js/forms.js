// What several modules need of forms.

/** The antiforgery token of a form, or of the page. */
export function tokenOf(form) {
  const own = form?.querySelector("input[name=__RequestVerificationToken]");
  return (own ?? document.querySelector("input[name=__RequestVerificationToken]"))?.value ?? "";
}

/** Replaces {0}, {1}… in a text that the server wrote into an attribute. */
export function fill(text, ...values) {
  return text.replace(/\{(\d)\}/g, (_, i) => values[i] ?? "");
}

/** Makes an element; strings become text. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(key, "");
    else if (value !== false && value != null) made.setAttribute(key, value);
  }
  made.append(...children.filter(child => child != null));
  return made;
}

/** Whether a key press belongs to whoever is typing. */
export function isTyping(target) {
  const typed = "textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=submit])";
  return target instanceof HTMLElement && (target.isContentEditable || target.matches(typed));
}

// Shortcuts. Any element with data-key="…" is pressed by that key; in tables with data-keys J and K move from row to row, X selects,
// O or Enter opens. Moving takes the focus along, so that a screen reader says the row. Off while typing and in an open menu; the switch beside the hints
// or in the help turns them off in this browser. "?" shows the help (dialog[data-keys-help]): of its lines those whose data-when is
// there on the page. Nothing here cannot be undone.
import { isTyping } from "./forms.js";

const store = "tp-keys";

export function startKeys(root) {
  const rows = () => [...root.querySelectorAll("table[data-keys] tbody tr")];
  if (!root.querySelector("table[data-keys], [data-key]")) return;
  const isOn = startSwitches(root);
  const showHelp = startHelp(root);
  root.addEventListener("keydown", event => {
    if (!isOn() || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented || root.querySelector("dialog[open]")) return;
    if (event.target.closest?.("details.tp-menu[open]") || (isTyping(event.target) && !(event.ctrlKey && event.key === "Enter"))) return;
    const isHandled = event.key === "?" ? showHelp() : press(root, nameOf(event)) || (!event.ctrlKey && inRows(rows(), event.key));
    if (isHandled) event.preventDefault();
  });
}

function startSwitches(root) {
  let on = localStorage.getItem(store) !== "off";
  const buttons = [...root.querySelectorAll("[data-keys-switch]")];
  const words = new Map(buttons.map(button => [button, [button.textContent, button.dataset.keysSwitch]]));
  const show = () => {
    for (const button of buttons) {
      button.textContent = words.get(button)[on ? 0 : 1];
      button.closest("[data-key-hints]")?.classList.toggle("is-off", !on);
    }
  };
  for (const button of buttons) {
    button.hidden = false;
    button.removeAttribute("aria-pressed");
    button.addEventListener("click", () => {
      on = !on;
      localStorage.setItem(store, on ? "on" : "off");
      show();
    });
  }
  show();
  return () => on;
}

function startHelp(root) {
  const dialog = root.querySelector("dialog[data-keys-help]");
  if (!dialog?.showModal) return () => false;
  const show = () => {
    for (const line of dialog.querySelectorAll("[data-when]")) line.hidden = !root.querySelector(line.dataset.when);
    dialog.showModal();
    return true;
  };
  dialog.querySelector("[data-keys-close]").addEventListener("click", () => dialog.close());
  for (const button of root.querySelectorAll("[data-keys-open]")) {
    button.hidden = false;
    button.addEventListener("click", show);
  }
  return show;
}

function nameOf(event) { return (event.ctrlKey ? "Ctrl+" : "") + event.key; }

function press(root, name) {
  const target = [...root.querySelectorAll("[data-key]")].find(e => e.dataset.key === name && !e.disabled);
  if (!target) return false;
  if (target.matches("input[type=search], input[type=text], textarea")) target.focus();
  else target.click();
  return true;
}

function inRows(rows, key) {
  const at = rows.findIndex(row => row.classList.contains("is-focus"));
  switch (key.toLowerCase()) {
    case "j": return go(rows, at, Math.min(at + 1, rows.length - 1));
    case "k": return go(rows, at, Math.max(at - 1, 0));
    case "x": return click(rows[at]?.querySelector("input[type=checkbox]"));
    case "o": return click(rows[at]?.querySelector("a"));
    case "enter": return document.activeElement?.matches("a, button, input, summary") ? false : click(rows[at]?.querySelector("a"));
    default: return false;
  }
}

function go(rows, from, to) {
  const row = rows[to];
  if (!row) return false;
  rows[from]?.classList.remove("is-focus");
  row.classList.add("is-focus");
  const place = row.querySelector("a") ?? row;
  if (place === row) row.tabIndex = -1;
  place.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
  return true;
}

function click(target) {
  target?.click();
  return Boolean(target);
}

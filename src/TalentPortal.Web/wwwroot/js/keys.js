// Shortcuts. Any element with data-key="…" is pressed by that key; in a table with data-keys="inbox" J and K move, X selects,
// Enter opens. Off while typing; the switch beside the hints turns them off in this browser. Nothing here cannot be undone.
import { isTyping } from "./forms.js";

const store = "tp-keys";

export function startKeys(root) {
  const table = root.querySelector("table[data-keys]");
  const hasKeys = table || root.querySelector("[data-key]");
  if (!hasKeys) return;
  const isOn = startSwitch(root);
  root.addEventListener("keydown", event => {
    if (!isOn() || event.altKey || event.metaKey || event.isComposing || root.querySelector("dialog[open]")) return;
    if (isTyping(event.target) && !(event.ctrlKey && event.key === "Enter")) return;
    if (press(root, nameOf(event)) || (table && !event.ctrlKey && inTable(table, event.key))) event.preventDefault();
  });
}

function startSwitch(root) {
  let on = localStorage.getItem(store) !== "off";
  const button = root.querySelector("[data-keys-switch]");
  if (button) {
    const words = [button.textContent, button.dataset.keysSwitch];
    const show = () => {
      button.textContent = on ? words[0] : words[1];
      button.closest("[data-key-hints]").classList.toggle("is-off", !on);
    };
    button.hidden = false;
    button.removeAttribute("aria-pressed");
    button.addEventListener("click", () => {
      on = !on;
      localStorage.setItem(store, on ? "on" : "off");
      show();
    });
    show();
  }
  return () => on;
}

function nameOf(event) { return (event.ctrlKey ? "Ctrl+" : "") + event.key; }

function press(root, name) {
  const target = [...root.querySelectorAll("[data-key]")].find(e => e.dataset.key === name && !e.disabled);
  if (!target) return false;
  if (target.matches("input[type=search], input[type=text], textarea")) target.focus();
  else target.click();
  return true;
}

function inTable(table, key) {
  const rows = [...table.tBodies[0].rows];
  const at = rows.findIndex(row => row.classList.contains("is-focus"));
  switch (key.toLowerCase()) {
    case "j": return go(rows, at, Math.min(at + 1, rows.length - 1));
    case "k": return go(rows, at, Math.max(at - 1, 0));
    case "x": return click(rows[at]?.querySelector("input[type=checkbox]"));
    case "enter": return document.activeElement?.matches("a, button, input, summary") ? false : click(rows[at]?.querySelector("a"));
    default: return false;
  }
}

function go(rows, from, to) {
  rows[from]?.classList.remove("is-focus");
  rows[to]?.classList.add("is-focus");
  rows[to]?.scrollIntoView({ block: "nearest" });
  return rows.length > 0;
}

function click(target) {
  target?.click();
  return Boolean(target);
}

// button[data-phrase="id of a field"]: puts its words into the field where the cursor stands. Hidden until script can do it.

export function startPhrases(root) {
  for (const box of root.querySelectorAll("[data-phrases]")) box.hidden = false;
  root.addEventListener("click", event => {
    const button = event.target.closest("button[data-phrase]");
    const field = button && root.getElementById(button.dataset.phrase);
    if (!field || field.readOnly) return;
    const words = button.textContent.trim();
    field.setRangeText(words, field.selectionStart, field.selectionEnd, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.focus();
  });
}

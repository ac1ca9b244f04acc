// button[data-copy="text"][data-copied="Copied"]: hidden until script can do it.

export function startCopy(root) {
  if (!navigator.clipboard) return;
  for (const button of root.querySelectorAll("button[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      toast(button.dataset.copied);
    });
  }
}

/** A word that goes by itself; never for anything that matters. */
function toast(words) {
  const note = document.createElement("div");
  note.className = "tp-toast";
  note.setAttribute("role", "status");
  document.body.append(note);
  note.textContent = words;
  setTimeout(() => note.remove(), 2500);
}

// Tables with checkboxes and a bulk bar: count, select all on this page, clear.
import { fill } from "./forms.js";

export function startSelection(root) {
  for (const bar of root.querySelectorAll("[data-bulk]")) {
    const form = bar.closest("form") ?? root;
    const boxes = () => [...form.querySelectorAll("tbody input[type=checkbox]")];
    const all = form.querySelector("[data-select-all]");
    const count = bar.querySelector("[data-bulk-count]");
    const clear = bar.querySelector("[data-bulk-clear]");
    const show = () => {
      const chosen = boxes().filter(box => box.checked).length;
      for (const box of boxes()) box.closest("tr").setAttribute("aria-selected", String(box.checked));
      bar.hidden = chosen === 0;
      count.textContent = fill(count.dataset.bulkCount, chosen);
      const isAll = chosen > 0 && chosen === boxes().length;
      if (all) Object.assign(all, { checked: isAll, indeterminate: chosen > 0 && !isAll });
    };
    const set = value => {
      for (const box of boxes()) box.checked = value;
      show();
    };
    form.addEventListener("change", event => { event.target === all ? set(all.checked) : show(); });
    clear.hidden = false;
    clear.addEventListener("click", () => set(false));
    document.addEventListener("keydown", event => { if (event.key === "Escape" && !root.querySelector("dialog[open]")) set(false); });
    show();
  }
}

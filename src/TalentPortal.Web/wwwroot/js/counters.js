// [data-count-for="id"]: how many characters were written, of how many.
import { fill } from "./forms.js";

export function startCounters(root) {
  for (const counter of root.querySelectorAll("[data-count-for]")) {
    const control = root.getElementById(counter.dataset.countFor);
    const show = () => { counter.textContent = fill(counter.dataset.countText, control.value.length, counter.dataset.countMost); };
    control?.addEventListener("input", show);
    if (control) show();
  }
}

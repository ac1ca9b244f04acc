// .tp-process-sheet: opens where the case stands ([data-present]). a[data-choose="field"][data-choose-value="v"]: a click on a box marks
// the radio button of that field, or picks it from the list, instead of loading the page again, so that what is typed stays.

export function startProcess(root) {
  for (const sheet of root.querySelectorAll(".tp-process-sheet")) {
    const present = sheet.querySelector("[data-present]");
    if (present) center(sheet, present);
  }
  for (const link of root.querySelectorAll("a[data-choose]")) link.addEventListener("click", event => choose(root, link, event));
}

function center(sheet, box) {
  const [outer, inner] = [sheet.getBoundingClientRect(), box.getBoundingClientRect()];
  sheet.scrollTop += inner.top - outer.top - (outer.height - inner.height) / 2;
  sheet.scrollLeft += inner.left - outer.left - (outer.width - inner.width) / 2;
}

function choose(root, link, event) {
  const { choose: name, chooseValue: value } = link.dataset;
  const fields = [...root.querySelectorAll("input[type=radio], select")].filter(field => field.name === name);
  const field = fields.find(one => one.localName === "select" ? [...one.options].some(option => option.value === value) : one.value === value);
  if (!field) return;
  event.preventDefault();
  if (field.localName === "select") field.value = value;
  else field.checked = true;
  field.dispatchEvent(new Event("change", { bubbles: true }));
  for (const other of root.querySelectorAll("a[data-choose]")) {
    if (other === link) other.setAttribute("aria-current", "true");
    else other.removeAttribute("aria-current");
    other.querySelector(".tp-process-box").toggleAttribute("data-chosen", other === link);
  }
}

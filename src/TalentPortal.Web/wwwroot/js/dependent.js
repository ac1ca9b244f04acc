// select[data-parent-path]: offers only what belongs to the answer of another field. Without script all entries stand there in groups;
// the server checks that they fit.

export function startDependent(root) {
  for (const form of root.querySelectorAll("form")) {
    if (!form.querySelector("select[data-parent-path]")) continue;
    const all = new WeakMap();
    const apply = () => {
      for (const select of form.querySelectorAll("select[data-parent-path]")) narrow(select, form, all);
    };
    form.addEventListener("change", apply);
    form.addEventListener("rows-changed", apply);
    apply();
  }
}

function narrow(select, form, all) {
  if (!all.has(select)) all.set(select, [...select.children].map(child => child.cloneNode(true)));
  const parent = answerOf(select, form);
  const chosen = select.value;
  const kept = all.get(select).filter(child => child.localName === "option" || belongs(child, parent)).map(child => child.cloneNode(true));
  select.replaceChildren(...kept);
  select.value = [...select.options].some(option => option.value === chosen) ? chosen : "";
}

function belongs(group, parent) {
  return parent === null || [...group.children].some(option => option.dataset.parent === parent);
}

/** The parent's answer; null when it is not on this page or not given. */
function answerOf(select, form) {
  const path = CSS.escape(select.dataset.parentPath);
  const field = select.closest("[data-row]")?.querySelector(`[data-path="${path}"]`) ?? form.querySelector(`[data-path="${path}"]`);
  const control = field?.querySelector("select, input:checked");
  return control?.value || null;
}

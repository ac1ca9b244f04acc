// [data-rows="prefix"] holds [data-row] elements and a <template>; names in a row read prefix[n].x and are numbered again after each
// change. [data-row-add] and [data-row-remove] are submit buttons with a formaction, so that they also work without script.

export function startRows(root) {
  for (const list of root.querySelectorAll("[data-rows]")) {
    list.addEventListener("click", event => {
      const remove = event.target.closest("[data-row-remove]");
      const add = event.target.closest("[data-row-add]");
      if (!remove && !add) return;
      event.preventDefault();
      if (add) addRow(list);
      else removeRow(list, remove.closest("[data-row]"));
      list.dispatchEvent(new CustomEvent("rows-changed", { bubbles: true }));
      list.dispatchEvent(new Event("change", { bubbles: true }));
    });
    limit(list);
  }
}

function rowsOf(list) { return [...list.querySelectorAll("[data-row]")]; }

function addRow(list) {
  const made = list.querySelector("template").content.cloneNode(true).firstElementChild;
  const last = rowsOf(list).at(-1);
  last ? last.after(made) : list.querySelector("template").before(made);
  number(list);
  made.querySelector("input:not([type=hidden]), select, textarea")?.focus();
}

function removeRow(list, row) {
  const next = row.nextElementSibling?.matches("[data-row]") ? row.nextElementSibling : row.previousElementSibling;
  row.remove();
  number(list);
  (next?.querySelector("input:not([type=hidden]), select, textarea") ?? list.querySelector("[data-row-add]"))?.focus();
}

/** Numbers names, ids and what points to them by the row's place. */
function number(list) {
  const name = list.dataset.rows;
  const id = name.replace(/[^A-Za-z0-9_-]/g, "_") + "_";
  const numbered = (one, place) => one.startsWith(id) ? id + one.slice(id.length).replace(/^(\d+|__i__)__/, `${place}__`) : one;
  const pointing = ["id", "for", "aria-labelledby", "aria-describedby", "data-count-for"];
  rowsOf(list).forEach((row, place) => {
    for (const part of [row, ...row.querySelectorAll("*")]) {
      for (const attribute of part.attributes) {
        const value = attribute.value;
        if (value.startsWith(`${name}[`)) attribute.value = `${name}[${place}]${value.slice(value.indexOf("]", name.length) + 1)}`;
        else if (pointing.includes(attribute.name))
          attribute.value = value.split(" ").map(one => numbered(one, place)).join(" ");
      }
    }
    const words = row.querySelector("[data-row-number]");
    if (words) words.textContent = place + 1;
  });
  limit(list);
}

function limit(list) {
  const add = list.querySelector("[data-row-add]");
  if (add && list.dataset.most) add.disabled = rowsOf(list).length >= Number(list.dataset.most);
}

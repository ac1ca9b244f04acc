// [data-shown-when], [data-required-when]: conditions as the server writes them ({all},{any},{not},{field,op,values}).
// What cannot be known here counts as true: the field stays, the server decides.

const wasDisabled = new WeakMap();

export function startConditions(root) {
  for (const form of root.querySelectorAll("form")) {
    if (!form.querySelector("[data-shown-when], [data-required-when]")) continue;
    const apply = () => applyTo(form);
    form.addEventListener("input", apply);
    form.addEventListener("change", apply);
    form.addEventListener("rows-changed", apply);
    apply();
  }
}

function applyTo(form) {
  for (const field of form.querySelectorAll("[data-shown-when]")) {
    const isShown = holds(JSON.parse(field.dataset.shownWhen), field, form) !== false;
    field.hidden = !isShown;
    // A hidden field is not sent: the server does not keep it either.
    for (const control of field.querySelectorAll("input, select, textarea")) disable(control, !isShown);
  }
  for (const field of form.querySelectorAll("[data-required-when]")) {
    const answer = holds(JSON.parse(field.dataset.requiredWhen), field, form);
    const isRequired = answer === true;
    const mark = field.querySelector("[data-optional]");
    if (mark) mark.hidden = answer !== false;
    for (const control of field.querySelectorAll("input:not([type=radio], [type=checkbox]), select, textarea"))
      isRequired ? control.setAttribute("aria-required", "true") : control.removeAttribute("aria-required");
  }
}

/** Disables for now, and gives back what the server said. */
function disable(control, isHidden) {
  if (!wasDisabled.has(control)) wasDisabled.set(control, control.disabled);
  control.disabled = isHidden || wasDisabled.get(control);
}

/** true, false, or null for unknown. */
export function holds(condition, near, form) {
  if (condition === null) return null;
  if (condition.all) return every(condition.all.map(part => holds(part, near, form)));
  if (condition.any) return negate(every(condition.any.map(part => negate(holds(part, near, form)))));
  if ("not" in condition) return negate(holds(condition.not, near, form));
  const answers = answersOf(condition.field, near, form);
  return answers === null ? null : compare(answers, condition.op, condition.values ?? []);
}

function negate(value) { return value === null ? null : !value; }

function every(values) {
  if (values.includes(false)) return false;
  return values.includes(null) ? null : true;
}

/** The answers of a path: inside a row the row's own field comes first. */
function answersOf(path, near, form) {
  const row = near.closest("[data-row]");
  const found = [row, form].filter(Boolean)
    .map(place => place.querySelector(`[data-path="${CSS.escape(path)}"]`)).find(Boolean);
  if (!found) return null;
  if (found.hidden) return [];
  const controls = [...found.querySelectorAll("input, select, textarea")].filter(c => c.name);
  const boxes = controls.filter(c => c.type === "checkbox" || c.type === "radio");
  if (boxes.length === 1 && boxes[0].type === "checkbox" && boxes[0].value === "true") return [boxes[0].checked ? "true" : "false"];
  if (boxes.length > 0) return boxes.filter(c => c.checked).map(c => c.value);
  return controls.map(c => c.value.trim()).filter(value => value !== "");
}

function compare(answers, op, values) {
  switch (op) {
    case "Filled": return answers.length > 0;
    case "Blank": return answers.length === 0;
    case "Eq": return answers.length === 1 && same(answers[0], values[0]);
    case "Ne": return !(answers.length === 1 && same(answers[0], values[0]));
    case "In": return answers.some(answer => values.some(value => same(answer, value)));
    case "NotIn": return !answers.some(answer => values.some(value => same(answer, value)));
    case "Contains": return answers.includes(values[0]);
    case "StartsWith": return answers.some(answer => answer.startsWith(values[0]));
    default: return order(answers, op, values);
  }
}

function same(answer, value) {
  return answer === value || (value !== "" && answer !== "" && Number(answer) === Number(value));
}

function order(answers, op, values) {
  if (answers.length !== 1) return false;
  const isNumber = !Number.isNaN(Number(answers[0])) && !Number.isNaN(Number(values[0]));
  const [left, right] = isNumber ? [Number(answers[0]), Number(values[0])] : [answers[0], values[0]];
  switch (op) {
    case "Lt": return left < right;
    case "Le": return left <= right;
    case "Gt": return left > right;
    case "Ge": return left >= right;
    default: return null;
  }
}

// The error summary takes the focus; its links lead into the field, also when that is a group.

export function startErrors(root) {
  const summary = root.querySelector("[data-errors]");
  (summary ?? root.querySelector("[data-banner]"))?.focus({ preventScroll: summary === null });
  summary?.addEventListener("click", event => {
    const link = event.target.closest("a[href^='#']");
    const target = link && root.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!target) return;
    event.preventDefault();
    const control = target.matches("input, select, textarea") ? target : target.querySelector("input, select, textarea") ?? target;
    control.focus();
    (target.closest(".tp-field") ?? target).scrollIntoView({ block: "start" });
  });
}

// details.tp-menu: Escape closes it and gives the focus back; a press elsewhere, or opening another one, closes it too.

export function startMenus(root) {
  const menus = [...root.querySelectorAll("details.tp-menu")];
  if (menus.length === 0) return;
  const closeOthers = target => {
    for (const menu of menus) {
      if (!menu.contains(target)) menu.open = false;
    }
  };
  root.addEventListener("click", event => closeOthers(event.target));
  root.addEventListener("focusin", event => closeOthers(event.target));
  root.addEventListener("keydown", event => {
    const menu = event.key === "Escape" ? menus.find(one => one.open && one.contains(event.target)) : undefined;
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
    event.preventDefault();
  });
}

// Before anything is painted: follow the system while no theme was chosen.
if (matchMedia("(prefers-color-scheme: dark)").matches) document.documentElement.dataset.bsTheme = "dark";

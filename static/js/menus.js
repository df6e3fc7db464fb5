// A menu is a <details data-menu>: Escape and a click outside close it, and the focus returns to its button.

const opened = () => document.querySelector("details[data-menu][open]");

document.addEventListener("keydown", (event) => {
  const menu = opened();
  if (event.key !== "Escape" || !menu) return;
  event.preventDefault();
  menu.open = false;
  menu.querySelector("summary").focus();
});
document.addEventListener("click", ({ target }) => {
  const menu = opened();
  if (menu && !menu.contains(target)) menu.open = false;
});
document.addEventListener("focusin", ({ target }) => {
  const menu = opened();
  if (menu && !menu.contains(target)) menu.open = false;
});

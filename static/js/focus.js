// A swap that takes away the button that was pressed, such as "Remove", must not send the keyboard back to the
// top of the page: the focus goes to the part that came.

let wasInside = false;

document.addEventListener("htmx:beforeSwap", ({ detail }) => (wasInside = detail.target.contains(document.activeElement)));
document.addEventListener("htmx:afterSettle", ({ detail }) => {
  if (!wasInside || document.activeElement !== document.body) return;
  detail.elt.setAttribute("tabindex", "-1");
  detail.elt.focus({ preventScroll: true });
});

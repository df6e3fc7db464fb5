// The list under a search field: arrows move through it, Enter opens, Escape closes (WAI-ARIA combobox).
// The server fills the list by htmx; without this file the field is a plain one, and Enter searches.

const optionsOf = (list) => [...list.querySelectorAll('[role="option"]')];

function show(input, list, isOpen) {
  list.hidden = !isOpen;
  input.setAttribute("aria-expanded", String(isOpen));
  if (!isOpen) choose(input, list, -1);
}

/** at: the option's place; -1 for none, so that Enter searches for the text again. */
function choose(input, list, at) {
  optionsOf(list).forEach((option, place) => {
    option.setAttribute("aria-selected", String(place === at));
    if (place === at) {
      input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    }
  });
  if (at < 0) input.removeAttribute("aria-activedescendant");
}

const chosen = (list) =>
  optionsOf(list).findIndex((option) => option.getAttribute("aria-selected") === "true");

/** One place on; beyond either end stands the field itself, place -1. */
function move(input, list, by) {
  const places = optionsOf(list).length + 1;
  const at = chosen(list);
  show(input, list, true);
  choose(input, list, ((at + 1 + by + places) % places) - 1);
}

/** address: of the option chosen before the list came anew; it stays chosen where it is still there. */
function filled(input, list, address) {
  const options = optionsOf(list);
  options.forEach((option, place) => (option.id = `${list.id}-${place}`));
  choose(input, list, options.findIndex((option) => option.href === address));
  show(input, list, options.length > 0 && document.activeElement === input);
  const count = document.querySelector(`[data-counts="${list.id}"]`);
  count.textContent = options.length ? `${options.length} suggestions` : "";
}

function pressed(event, input, list) {
  const moves = { ArrowDown: 1, ArrowUp: -1 };
  if (event.key in moves && optionsOf(list).length) {
    event.preventDefault();
    move(input, list, moves[event.key]);
  } else if (event.key === "Enter" && !list.hidden && chosen(list) >= 0) {
    event.preventDefault();
    optionsOf(list)[chosen(list)].click();
  } else if (event.key === "Escape" && !list.hidden) {
    event.preventDefault(); // the first one closes the list, the next one empties the field
    show(input, list, false);
  }
}

const wired = new WeakSet();

function wire(input) {
  if (wired.has(input)) return;
  wired.add(input);
  const list = document.getElementById(input.dataset.combobox);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  show(input, list, false);
  let address;
  list.addEventListener("htmx:beforeSwap", () => (address = optionsOf(list)[chosen(list)]?.href));
  list.addEventListener("htmx:afterSwap", () => filled(input, list, address));
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps its focus
  input.addEventListener("keydown", (event) => pressed(event, input, list));
  input.addEventListener("blur", () => show(input, list, false));
  input.addEventListener("focus", () => show(input, list, optionsOf(list).length > 0));
}

const wireAll = (root) => root.querySelectorAll("[data-combobox]").forEach(wire);
wireAll(document);
document.addEventListener("htmx:load", (event) => wireAll(event.detail.elt)); // going back draws the page anew

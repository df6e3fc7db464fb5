// Back and Forward. htmx keeps no copies of pages here (historyCacheSize in base.html): it asks the server for
// what an address shows, so that forms, lists and ratings agree with the address and with what is stored now.
// This file keeps the order of those answers and the place on the page.

const KEY = "places";
const MOST = 100;
const places = new Map(JSON.parse(sessionStorage.getItem(KEY) ?? "[]")); // scrollY by address
const here = () => location.pathname + location.search;
const folds = () => [...document.querySelectorAll("main details")];
let asked = null; // the request for the page that Back or Forward leads to
let open = []; // which folds of the page were open before

addEventListener("scroll", () => asked || places.set(here(), scrollY), { passive: true });
addEventListener("pagehide", () => sessionStorage.setItem(KEY, JSON.stringify([...places].slice(-MOST))));

document.addEventListener("htmx:historyCacheMiss", (event) => {
  asked?.abort(); // of an address that was left meanwhile
  asked = event.detail.xhr;
  open = folds().map((fold) => fold.open);
  asked.onerror = () => location.reload();
});
document.addEventListener("htmx:historyCacheMissLoadError", () => location.reload());
document.addEventListener("htmx:historyRestore", () => {
  folds().forEach((fold, place) => (fold.open ||= Boolean(open[place])));
  scrollTo({ top: places.get(here()) ?? 0, behavior: "instant" });
  asked = null;
});

// A page that the browser kept alive may hold a filter that was changed and not sent before the page was left,
// or films that were rated or hidden on other pages since. Text that was typed stays.
addEventListener("pageshow", ({ persisted }) => {
  const isTyped = [...document.querySelectorAll("main textarea")].some((field) => field.value !== field.defaultValue);
  if (persisted && !isTyped) dispatchEvent(new PopStateEvent("popstate", { state: { htmx: true } }));
});

// Where a form leads back to: the address may have changed since the page was loaded.
document.addEventListener("submit", ({ target }) => {
  const next = target.querySelector("input[data-here]");
  if (next) next.value = here();
});

// Films as rows: the templates of the page, filled. Text is put in as text, never as HTML.

/** A copy of a template with a film's poster, name and facts; labels name the film. */
export function row(template, film, facts) {
  const li = document.getElementById(template).content.firstElementChild.cloneNode(true);
  li.dataset.id = film.id;
  li.querySelector("img").src = film.poster;
  li.querySelector(".name").textContent = film.title;
  li.querySelector(".sub").append(...facts);
  for (const button of li.querySelectorAll("[data-label]")) {
    button.setAttribute("aria-label", button.dataset.label.replace("{}", film.title));
  }
  return li;
}

export function span(text, className = "") {
  const element = document.createElement("span");
  element.textContent = text;
  element.className = className;
  return element;
}

export const factsOf = (film, genres = 2) =>
  [film.year, film.genres.slice(0, genres).join(", ")].filter(Boolean).map((text) => span(text));

/** Put rows in the place of a list's, and the focus back where it was: on the same button of the same film. */
export function refill(list, rows) {
  const focused = document.activeElement;
  const inside = list.contains(focused);
  const id = inside && focused.closest("li")?.dataset.id;
  const act = inside && focused.dataset.act;
  list.replaceChildren(...rows);
  if (!inside) return;
  const same = list.querySelector(`[data-id="${id}"] [data-act="${act}"]:not(:disabled)`);
  (same ?? list.querySelector("button[data-act]:not(:disabled)") ?? list).focus?.();
}

export const skeletons = (count) =>
  Array.from({ length: count }, () =>
    document.getElementById("lab-skeleton").content.firstElementChild.cloneNode(true),
  );

/** An error that goes by itself; the region is the site's own, which screen readers watch. */
export function toast(message) {
  const note = document.getElementById("lab-toast").content.firstElementChild.cloneNode(true);
  note.querySelector("span").textContent = message;
  const region = document.getElementById("notices");
  region.replaceChildren(note);
  setTimeout(() => note.remove(), 8000);
}

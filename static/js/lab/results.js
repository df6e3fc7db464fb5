// What comes next: the list, and how it differs from the one before.

import { factsOf, row, span } from "./rows.js";
import { predicted_stars } from "./scale.js";

const LEAST_BAR = 8; // percent, so that the last one still has a bar

/** before: ids of the list before, or null for the first one. */
export function resultRows(results, before, filmAddress) {
  const scores = results.map((one) => one.score);
  const [low, high] = [Math.min(...scores), Math.max(...scores)];
  return results.map((one, place) => {
    const li = row("lab-result", one.movie, factsWithGuess(one));
    li.querySelector(".pos").textContent = place + 1;
    li.querySelector(".name").href = filmAddress.replace("/0/", `/${one.movie.id}/`);
    li.querySelector(".why").append(...reasons(one.because));
    const share = high > low ? (one.score - low) / (high - low) : 1;
    li.querySelector(".fg").setAttribute("width", `${LEAST_BAR + (100 - LEAST_BAR) * share}%`);
    if (before) markMove(li.querySelector("[data-move]"), before.indexOf(one.movie.id), place);
    return li;
  });
}

function factsWithGuess(one) {
  if (one.predicted_rating === undefined) return factsOf(one.movie, 1);
  return [span(one.movie.year ?? ""), span(`≈ ${predicted_stars(one.predicted_rating)}`, "model")];
}

function reasons(because) {
  const film = because.find((one) => one.title);
  if (film) {
    const title = document.createElement("i");
    title.textContent = film.title;
    return ["after ", title];
  }
  return because.slice(0, 1).map((one) => one.trait);
}

function markMove(mark, was, is) {
  const by = was - is;
  if (was < 0) [mark.textContent, mark.className] = ["new", "newb"];
  else if (!by) [mark.textContent, mark.className] = ["unchanged", "stays"];
  else [mark.textContent, mark.className] = [`${by > 0 ? "▲" : "▼"} ${Math.abs(by)}`, by > 0 ? "up" : "down"];
}

/** What changed, in words, for who does not see the marks. */
export function inWords(results, before) {
  if (!before) return "";
  const places = results.map((one) => before.indexOf(one.movie.id));
  const fresh = places.filter((was) => was < 0).length;
  const up = places.filter((was, is) => was > is).length;
  if (!fresh && !up) return "The list is unchanged.";
  return `${fresh} new, ${up} moved up.`;
}


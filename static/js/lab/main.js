// The sequence lab: a client of the public API. A change of the state draws the page and asks the model.

import { found, recommended } from "./api.js";
import { sortable } from "./drag.js";
import { inWords, resultRows } from "./results.js";
import { factsOf, refill, row, skeletons, span, toast } from "./rows.js";
import { rated } from "./scale.js";
import * as change from "./state.js";

const SETTLED_MS = 120;
const lab = document.getElementById("lab");
const start = JSON.parse(document.getElementById("lab-start").textContent);
const part = (name) => lab.querySelector(`[data-${name}]`);
const films = new Map(start.films.map((film) => [film.id, film]));
const modelOf = (name) => start.models.find((one) => one.name === name);

let state = known(change.fromAddress(location.search, lab.querySelector(`[data-option="model"]`).value, start.models));
let shown = null; // the results on the page
let lastAct = "";
let moved = ""; // where a film that changed its place is now, until another change
let asking = new AbortController();
let searching = new AbortController();
let timer;

/** Without the films of an address that are not in the catalogue. */
function known(read) {
  const steps = read.steps.filter((step) => films.has(step.id));
  const avoid = read.avoid.filter((id) => films.has(id));
  const lost = read.steps.length + read.avoid.length - steps.length - avoid.length;
  if (lost) toast(`${lost} of the films in this link are not in the catalogue.`);
  return { ...read, steps, avoid };
}

function become(next, act = "") {
  if (next === state) return;
  [state, lastAct, moved] = [next, act, ""];
  const address = change.toAddress(state);
  history.replaceState(null, "", address ? `?${address}` : location.pathname);
  draw();
  clearTimeout(timer);
  timer = setTimeout(ask, SETTLED_MS);
}

async function ask() {
  asking.abort();
  asking = new AbortController();
  const { signal } = asking;
  const results = part("results");
  results.setAttribute("aria-busy", "true");
  if (!shown) results.replaceChildren(...skeletons(state.k));
  const started = performance.now();
  try {
    const answer = await recommended(start.urls.sequence, change.question(state, modelOf(state.model)), signal);
    showResults(answer, Math.round(performance.now() - started));
  } catch (error) {
    if (error.name === "AbortError") return;
    if (!shown) results.replaceChildren();
    toast(error.message);
  }
  if (!signal.aborted) results.setAttribute("aria-busy", "false");
}

function showResults(answer, took) {
  const before = shown && shown.map((one) => one.movie.id);
  shown = answer.results;
  for (const one of shown) films.set(one.movie.id, one.movie);
  refill(part("results"), resultRows(shown, before, start.urls.film));
  part("made-by").textContent = `${answer.model.name} ${answer.model.version} · ${took} ms`;
  const stoodIn = answer.model.name !== state.model;
  const words = [
    stoodIn ? `${state.model} knows none of these films, so ${answer.model.name} was used instead.` : "",
    before && lastAct ? `Changes are relative to the list before you ${lastAct}.` : "",
  ];
  part("compared").textContent = words.filter(Boolean).join(" ");
  part("says").textContent = [moved, inWords(shown, before)].filter(Boolean).join(" ");
  const empty = part("no-results");
  empty.hidden = shown.length > 0;
  empty.textContent = "No films match these options.";
}

function draw() {
  drawSequence();
  drawAvoided();
  drawOptions();
  for (const li of part("hits").children) drawHit(li);
}

function drawSequence() {
  const last = state.steps.length - 1;
  const rows = state.steps.map((step, place) => {
    const film = films.get(step.id);
    const stars = step.stars === null ? [] : [span(`You ${rated(step.stars)}`, "you")];
    const li = row("lab-step", film, [...factsOf(film).slice(0, 1), ...stars]);
    li.querySelector('[data-act="up"]').disabled = place === 0;
    li.querySelector('[data-act="down"]').disabled = place === last;
    return li;
  });
  refill(part("sequence"), rows);
  part("no-sequence").hidden = rows.length > 0;
  part("count").textContent = counted(rows.length, rows.length > 1 ? ", oldest first" : "");
}

function drawAvoided() {
  const rows = state.avoid.map((id) => row("lab-avoided", films.get(id), factsOf(films.get(id)).slice(0, 1)));
  refill(part("avoid"), rows);
  part("no-avoid").hidden = rows.length > 0;
  part("avoid-count").textContent = counted(rows.length, state.push ? ", and similar films ranked lower" : "");
}

const counted = (count, more) => (count ? `${count} ${count === 1 ? "film" : "films"}${more}` : "");

function drawOptions() {
  const model = modelOf(state.model);
  for (const name of change.OPTIONS) {
    const field = lab.querySelector(`[data-option="${name}"]`);
    if (field.type === "checkbox") field.checked = state[name];
    else field.value = state[name];
  }
  part("describes").textContent = model ? `${model.description}.` : "";
  for (const field of lab.querySelectorAll("[data-for]")) {
    const isUsed = Boolean(model?.[field.dataset.for]);
    field.querySelector("select").disabled = !isUsed;
    field.title = isUsed ? "" : `${state.model} does not use this.`;
  }
}

function drawHit(li) {
  const id = Number(li.dataset.id);
  const [inSequence, isAvoided] = [change.has(state, id), state.avoid.includes(id)];
  const [add, avoid] = li.querySelectorAll("[data-act]");
  add.disabled = inSequence;
  avoid.disabled = isAvoided;
  add.querySelector("span").textContent = inSequence ? "In the sequence" : "Add to sequence";
  avoid.querySelector("span").textContent = isAvoided ? "Avoided" : "Avoid";
}

async function search(words) {
  searching.abort();
  searching = new AbortController();
  const none = part("no-hits");
  if (!words.trim()) {
    part("hits").replaceChildren();
    none.hidden = true;
    return;
  }
  try {
    const hits = await found(start.urls.search, words, searching.signal);
    for (const film of hits) films.set(film.id, film);
    refill(part("hits"), hits.map((film) => row("lab-hit", film, factsOf(film))));
    for (const li of part("hits").children) drawHit(li);
    none.hidden = hits.length > 0;
    none.textContent = `No films found for “${words}”.`;
  } catch (error) {
    if (error.name !== "AbortError") toast(error.message);
  }
}

const ACTS = {
  add: (id) => become(change.added(state, id), `added ${titleOf(id)}`),
  avoid: (id) => become(change.avoided(state, id), `avoided ${titleOf(id)}`),
  allow: (id) => become(change.allowed(state, id), `stopped avoiding ${titleOf(id)}`),
  remove: (id) => become(change.removed(state, id), `removed ${titleOf(id)}`),
  up: (id) => shift(id, -1),
  down: (id) => shift(id, 1),
};
const titleOf = (id) => films.get(id).title;
const placeOf = (id) => state.steps.findIndex((step) => step.id === id);

function shift(id, by) {
  const to = placeOf(id) + by;
  become(change.moved(state, placeOf(id), to), `moved ${titleOf(id)}`);
  moved = `${titleOf(id)} is now ${to + 1} of ${state.steps.length}.`;
  part("says").textContent = moved;
}

lab.addEventListener("click", (event) => {
  const button = event.target.closest("[data-act]");
  if (button) ACTS[button.dataset.act](Number(button.closest("li").dataset.id));
});
sortable(part("sequence"), (from, to) => {
  if (from !== to) become(change.moved(state, from, to), `moved ${titleOf(state.steps[from].id)}`);
  else drawSequence();
});
lab.addEventListener("change", (event) => {
  const name = event.target.dataset.option;
  if (!name) return;
  const value = event.target.type === "checkbox" ? event.target.checked : event.target.value;
  const label = name === "model" ? "changed the model" : "changed an option";
  become({ ...state, [name]: name === "k" ? Number(value) : value }, label);
});
part("options").addEventListener("submit", (event) => event.preventDefault());
part("clear").addEventListener("click", () => become(change.cleared(state), "cleared everything"));
part("mine")?.addEventListener("click", () =>
  become(change.startedFrom(state, start.mine), "started from your ratings"),
);
part("share").addEventListener("click", async () => {
  try {
    await navigator.clipboard.writeText(location.href);
    part("says").textContent = "Link copied.";
    part("compared").textContent = "Link copied. Anyone who opens it sees the same sequence.";
  } catch {
    toast("Your browser blocked copying. Copy the link from the address bar instead.");
  }
});
const field = part("search").querySelector("input");
let typing;
field.addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(() => search(field.value), 200);
});
part("search").addEventListener("submit", (event) => {
  event.preventDefault();
  search(field.value);
});

lab.hidden = false;
draw();
ask();

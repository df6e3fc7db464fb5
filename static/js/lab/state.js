// What the lab is about: a plain object, its address, and the changes that can be made to it.
// Every change returns a new state; nothing here touches the page.

const LENGTHS = [5, 10, 20, 50];
const MOST_FILMS = 200; // of an address

export const OPTIONS = ["model", "k", "min", "age", "gender", "occupation", "push"];

const idsOf = (text) =>
  (text ?? "")
    .split(",")
    .filter((word) => /^\d{1,18}$/.test(word))
    .slice(0, MOST_FILMS)
    .map(Number);

/** From an address; `steps` are {id, stars}, stars null where none are known. */
export function fromAddress(query, defaultModel, models) {
  const asked = new URLSearchParams(query);
  const stars = (asked.get("stars") ?? "").split(",");
  const steps = idsOf(asked.get("seq")).map((id, place) => ({ id, stars: starsOf(stars[place]) }));
  const k = Number(asked.get("k"));
  const model = asked.get("model");
  return {
    steps,
    avoid: idsOf(asked.get("avoid")),
    model: models.some((one) => one.name === model) ? model : defaultModel,
    k: LENGTHS.includes(k) ? k : 10,
    min: asked.get("min") ?? "",
    age: asked.get("age") ?? "",
    gender: asked.get("gender") ?? "",
    occupation: asked.get("occupation") ?? "",
    push: asked.get("push") === "1",
  };
}

function starsOf(word) {
  const stars = Number(word);
  return word && stars >= 0.5 && stars <= 5 ? stars : null;
}

export function toAddress(state) {
  const address = new URLSearchParams();
  const put = (name, value) => value && address.set(name, value);
  put("seq", state.steps.map((step) => step.id).join(","));
  if (state.steps.some((step) => step.stars !== null)) {
    put("stars", state.steps.map((step) => step.stars ?? "").join(","));
  }
  put("avoid", state.avoid.join(","));
  put("model", state.model);
  if (state.k !== 10) put("k", String(state.k));
  for (const name of ["min", "age", "gender", "occupation"]) put(name, state[name]);
  put("push", state.push ? "1" : "");
  return address.toString().replaceAll("%2C", ",");
}

export const has = (state, id) => state.steps.some((step) => step.id === id);

export function added(state, id, stars = null) {
  if (has(state, id)) return state;
  return { ...allowed(state, id), steps: [...state.steps, { id, stars }] };
}

export const removed = (state, id) => ({
  ...state,
  steps: state.steps.filter((step) => step.id !== id),
});

/** The step at one place put at another; places beyond the ends are the ends. */
export function moved(state, from, to) {
  const steps = [...state.steps];
  const [step] = steps.splice(from, 1);
  steps.splice(Math.max(0, Math.min(steps.length, to)), 0, step);
  return { ...state, steps };
}

export function avoided(state, id) {
  if (state.avoid.includes(id)) return state;
  return { ...removed(state, id), avoid: [...state.avoid, id] };
}

export const allowed = (state, id) => ({
  ...state,
  avoid: state.avoid.filter((one) => one !== id),
});

export const cleared = (state) => ({ ...state, steps: [], avoid: [] });

export const startedFrom = (state, rated) => ({
  ...state,
  steps: rated.map(({ id, stars }) => ({ id, stars })),
  avoid: state.avoid.filter((id) => !rated.some((one) => one.id === id)),
});

/** What the API is asked; model: what is known of the chosen one. */
export function question(state, model) {
  const asked = {
    sequence: state.steps.map((step) => step.id),
    avoid: state.avoid,
    k: state.k,
    model: state.model,
    push_away: state.push,
  };
  if (state.steps.some((step) => step.stars !== null)) {
    asked.stars = state.steps.map((step) => step.stars ?? 4);
  }
  if (model?.predicts_stars && state.min) asked.min_rating = Number(state.min);
  if (model?.uses_profile) {
    if (state.age) asked.age = Number(state.age);
    if (state.gender) asked.gender = state.gender;
    if (state.occupation) asked.occupation = Number(state.occupation);
  }
  return asked;
}

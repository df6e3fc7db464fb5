// The two addresses of the public API that the lab needs. Errors are Error objects whose message can be shown.

const csrfToken = () => document.querySelector("#lab [name=csrfmiddlewaretoken]").value;

async function answerOf(response) {
  if (response.ok) return response.json();
  if (response.status === 429) {
    const wait = response.headers.get("Retry-After") ?? "a few";
    throw new Error(`Too many requests. Try again in ${wait} seconds.`);
  }
  const told = await response.json().catch(() => null);
  throw new Error(told?.error?.message ?? `The server responded with status ${response.status}. Try again.`);
}

async function ask(address, options) {
  try {
    return await answerOf(await fetch(address, options));
  } catch (error) {
    if (error instanceof TypeError) throw new Error("Could not reach the site. Check your connection.");
    throw error;
  }
}

export async function found(address, words, signal) {
  const query = new URLSearchParams({ q: words, page_size: "8" });
  return (await ask(`${address}?${query}`, { signal })).results;
}

export const recommended = (address, question, signal) =>
  ask(address, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRFToken": csrfToken() },
    body: JSON.stringify(question),
    signal,
  });

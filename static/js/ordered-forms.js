// Forms with data-ordered (ratings, list entries): sent one at a time, in the order of the clicks, so that the
// last click counts. The attribute is the id of what the answer replaces, once nothing else is waiting: an older
// answer never replaces a newer state. Without this file they are plain forms.
//
// Not by hx-sync: htmx reads a form when its turn comes, when the clicked button may have lost the focus by
// which htmx knows it, and drops what waits in a form that an answer has replaced.

const waiting = [];
let isSending = false;
let filtering = null; // an element whose htmx request replaces what ordered forms replace, too
let outdated = null; // such an element that has to ask again: its answer may be older than ours

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("form[data-ordered]")) return;
  event.preventDefault();
  outdated ??= filtering;
  const body = new URLSearchParams(new FormData(form, event.submitter));
  const unpress = press(event.submitter);
  waiting.push({ action: form.action, body, id: form.dataset.ordered, unpress });
  if (!isSending) sendAll();
});

/** Show a click at once. Returns what takes that back. */
function press(button) {
  const group = button?.closest(".stars")?.querySelectorAll("[aria-pressed]") ?? [button];
  const before = [...group].map((one) => [one, one.getAttribute("aria-pressed"), one.value]);
  const isToggle = button?.name === "on" && button.hasAttribute("aria-pressed");
  if (isToggle) {
    button.setAttribute("aria-pressed", String(Boolean(button.value)));
    button.value = button.value ? "" : "1";
  } else if (group.length > 1) {
    group.forEach((one) => one.setAttribute("aria-pressed", String(one === button)));
  }
  return () =>
    before.forEach(([one, pressed, value]) => {
      if (pressed !== null) one.setAttribute("aria-pressed", pressed);
      one.value = value;
    });
}

async function sendAll() {
  isSending = true;
  let last;
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    document.getElementById(next.id)?.classList.add("htmx-request");
    const answer = await send(next);
    if (answer.failed) next.unpress();
    if (!last?.failed) last = { id: next.id, ...answer };
  }
  isSending = false;
  document.getElementById(last.id)?.classList.remove("htmx-request");
  show(last);
}

async function send({ action, body, id }) {
  const headers = { "HX-Request": "true", "HX-Target": id };
  try {
    // keepalive: it arrives even when the page is left meanwhile.
    const response = await fetch(action, { method: "POST", body, headers, keepalive: true });
    return { failed: !response.ok, html: await response.text() };
  } catch {
    return { failed: true, html: "" };
  }
}

/** An error page takes the place of the main part: a click that failed must not stay silent. */
function show({ id, failed, html }) {
  const target = failed ? "main" : id;
  if (!new DOMParser().parseFromString(html, "text/html").getElementById(target)) {
    return tell("Could not save your change. Check your connection and reload the page.");
  }
  if (outdated && !failed) return askAgain();
  const part = document.getElementById(target);
  if (!part) return; // an error page took its place
  htmx.trigger(part, "htmx:beforeSwap", { target: part }); // for focus.js
  const selectOOB = document.getElementById("notices") ? "#notices:innerHTML" : "";
  const spec = { swapStyle: "outerHTML", swapDelay: 0, settleDelay: 20 };
  htmx.swap(part, html, spec, { select: `#${target}`, selectOOB });
  if (failed) window.scrollTo(0, 0);
}

function tell(words) {
  const notice = document.createElement("p");
  notice.className = "error";
  notice.textContent = words;
  document.getElementById("notices")?.replaceChildren(notice);
}

function askAgain() {
  const one = outdated;
  outdated = null;
  if (one.isConnected) htmx.trigger(one, "submit");
}

const replacesTheSame = ({ target, requestConfig }) =>
  requestConfig.verb === "get" &&
  Boolean(target?.id) &&
  document.querySelector(`form[data-ordered="${target.id}"]`) !== null;

document.addEventListener("htmx:beforeRequest", (event) => {
  if (!replacesTheSame(event.detail)) return;
  if (isSending) {
    event.preventDefault();
    outdated = event.detail.elt;
  } else {
    filtering = event.detail.elt;
  }
});

document.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.elt === filtering) filtering = null;
});

// On leaving the page, send waiting clicks at once, while the same user is still signed in.
for (const leaving of ["beforeunload", "pagehide"]) {
  window.addEventListener(leaving, () => waiting.splice(0).forEach(send));
}

// Reordering a list by its grips, with a mouse, a pen or a finger. Keyboards have buttons for it.

/** dropped(from, to) is called once the row has another place than before. */
export function sortable(list, dropped) {
  list.addEventListener("pointerdown", (event) => {
    const grip = event.target.closest(".grip");
    if (!grip || event.button !== 0) return;
    event.preventDefault();
    drag(list, grip.closest("li"), event.pointerId, dropped);
  });
}

/** The window listens: a row that is put elsewhere in the list would lose a pointer that it had captured. */
function drag(list, row, pointer, dropped) {
  const from = [...list.children].indexOf(row);
  const cancel = new AbortController();
  const on = (name, act) =>
    window.addEventListener(name, (event) => event.pointerId === pointer && act(event), {
      signal: cancel.signal,
    });
  row.classList.add("dragged");
  on("pointermove", (event) => {
    const other = [...list.children].find((one) => one !== row && isOver(one, event.clientY));
    if (!other) return;
    const isBelow = [...list.children].indexOf(other) > [...list.children].indexOf(row);
    other[isBelow ? "after" : "before"](row);
  });
  const end = (isDropped) => {
    cancel.abort();
    row.classList.remove("dragged");
    const to = [...list.children].indexOf(row);
    if (isDropped) dropped(from, to);
    else list.insertBefore(row, [...list.children].filter((one) => one !== row)[from] ?? null);
  };
  on("pointerup", () => end(true));
  on("pointercancel", () => end(false));
}

/** Past the middle of a row, so that two rows of different heights do not change places for ever. */
function isOver(row, y) {
  const box = row.getBoundingClientRect();
  const middle = box.top + box.height / 2;
  return y > box.top && y < box.bottom && Math.abs(y - middle) < box.height / 3;
}

/** JSON, or a form where a file is among the values: the site takes files in forms only. */
export function asJsonOrForm(body: unknown): string | FormData {
  const isForm = isRecord(body) && Object.values(body).some((value) => value instanceof Blob);
  return isForm ? asForm(body) : JSON.stringify(body);
}

/** Lists become fields of one name; what is null or undefined is left out. */
export function asForm(body: Record<string, unknown>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(body)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one instanceof Blob) form.append(name, one);
      else if (one !== null && one !== undefined) form.append(name, String(one));
    }
  }
  return form;
}

function isRecord(body: unknown): body is Record<string, unknown> {
  return typeof body === "object" && body !== null;
}

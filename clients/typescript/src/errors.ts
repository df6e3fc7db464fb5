/** What is wrong with a field: sentences, or the same for the fields in it. */
export type Problems = string | Problems[] | { [field: string]: Problems };

interface Told {
  code: string;
  message: string;
  fields?: Record<string, Problems>;
}

/** An answer of the site that is no success. A request that gets no answer rejects as fetch does. */
export class NextFlexError extends Error {
  override readonly name = "NextFlexError";
  /** The HTTP status. */
  readonly status: number;
  /** What is wrong, for programs: "invalid", "throttled" …; "unknown": the site did not say it. */
  readonly code: string;
  /** What is wrong with what was sent, by field; empty where no field is to blame. */
  readonly fields: Readonly<Record<string, Problems>>;
  /** Seconds after which asking again makes sense, where the site names them. */
  readonly retryAfterS: number | undefined;
  /** The name under which the site's log has the request. */
  readonly requestId: string | undefined;
  /** The whole answer: parsed, where it is JSON. */
  readonly body: unknown;

  constructor(response: Response, body: unknown) {
    const told = wordsIn(body);
    super(told?.message ?? `HTTP ${response.status} ${response.statusText}`.trim());
    this.status = response.status;
    this.code = told?.code ?? "unknown";
    this.fields = told?.fields ?? {};
    this.retryAfterS = secondsIn(response.headers.get("Retry-After"));
    this.requestId = response.headers.get("X-Request-ID") ?? undefined;
    this.body = body;
  }
}

/** Reads the answer to its end. */
export async function errorOf(response: Response): Promise<NextFlexError> {
  const text = await response.text();
  try {
    return new NextFlexError(response, JSON.parse(text));
  } catch (problem) {
    if (problem instanceof SyntaxError) return new NextFlexError(response, text);
    throw problem;
  }
}

function wordsIn(body: unknown): Told | undefined {
  const error = isObject(body) ? body["error"] : undefined;
  const isOurs =
    isObject(error) && typeof error["code"] === "string" && typeof error["message"] === "string";
  return isOurs ? (error as unknown as Told) : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** Retry-After is a number of seconds or a date. */
function secondsIn(header: string | null): number | undefined {
  if (header === null) return undefined;
  if (/^\d+$/.test(header.trim())) return Number(header);
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - Date.now()) / 1000));
}

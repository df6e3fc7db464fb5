import { errorOf } from "./errors.js";

/** Of a sign-in, or with `access` alone a personal token (`nfx_…`), which is never renewed. */
export interface Tokens {
  readonly access: string;
  readonly refresh?: string;
}

export type OnTokens = (tokens: Tokens | undefined) => void | Promise<void>;
export type Fetch = (request: Request) => Promise<Response>;

const AUTH = "/api/v1/auth/jwt/";
const EARLY_MS = 30_000;
const PATIENCE_MS = 30_000;

/**
 * Who asks. Tokens are kept in memory alone; whoever is told of them may keep them elsewhere.
 *
 * The site takes a refresh token once. So one renewal is under way at a time, and all requests that
 * need it wait for it.
 */
export class Session {
  readonly #baseUrl: string;
  readonly #fetch: Fetch;
  readonly #onTokens: OnTokens;
  #tokens: Tokens | undefined;
  #expiresAt = Infinity;
  /** A new one for each sign-in, while renewed tokens belong to the one before. */
  #signIn = {};
  #renewal: { of: Tokens; done: Promise<void> } | undefined;

  constructor(baseUrl: string, fetch: Fetch, onTokens: OnTokens, tokens: Tokens | undefined) {
    this.#baseUrl = baseUrl;
    this.#fetch = fetch;
    this.#onTokens = onTokens;
    this.use(tokens);
  }

  get tokens(): Tokens | undefined {
    return this.#tokens;
  }

  /** From now on somebody else asks, or nobody. Nobody is told. */
  use(tokens: Tokens | undefined): void {
    this.#signIn = {};
    this.#tokens = tokens;
    this.#expiresAt = tokens ? claimsOf(tokens.access).expiresAt : Infinity;
  }

  /** Tokens that the site has just made. */
  async begin(tokens: Tokens): Promise<void> {
    this.use(tokens);
    await this.#keep(tokens);
  }

  /** Forget the tokens. Answers them, for the site to be told. */
  async end(): Promise<Tokens | undefined> {
    await this.#renewal?.done.catch(() => undefined); // if it fails, who waits for it is told
    const last = this.#tokens;
    this.use(undefined);
    await this.#onTokens(undefined);
    return last;
  }

  /**
   * A fetch with the access token of whoever is signed in.
   *
   * When the site refuses the token, the request is sent once more with a renewed one, unless
   * somebody else has signed in since: what one person asked for is never done as another.
   */
  readonly send: Fetch = async (request) => {
    if (!this.#wantsToken(request)) return this.#fetch(request);
    if (this.#tokens && Date.now() > this.#expiresAt - EARLY_MS) await this.#renewed(this.#tokens);
    const [used, signIn] = [this.#tokens, this.#signIn];
    if (used === undefined) return this.#fetch(request);
    if (used.refresh === undefined) return this.#fetch(bearing(request, used));
    const body = await bytesOf(request);
    const response = await this.#fetch(bearing(request, used));
    if (response.status !== 401) return response;
    await this.#renewed(used);
    const renewed = this.#tokens;
    if (renewed === undefined || this.#signIn !== signIn) return response;
    await response.body?.cancel();
    return this.#fetch(bearing(new Request(request, { body }), renewed));
  };

  /** No other site is shown the token, and whoever asks for tokens names themselves in the body. */
  #wantsToken(request: Request): boolean {
    return request.url.startsWith(`${this.#baseUrl}/`) && !request.url.startsWith(this.#baseUrl + AUTH);
  }

  /** Until `used` is renewed, by this call or one before it. Throws when the site does not answer. */
  async #renewed(used: Tokens): Promise<void> {
    if (this.#tokens !== used || used.refresh === undefined) return;
    if (this.#renewal?.of !== used) {
      const renewal = { of: used, done: this.#renew(used, used.refresh) };
      const forget = (): void => {
        if (this.#renewal === renewal) this.#renewal = undefined;
      };
      this.#renewal = renewal;
      renewal.done.then(forget, forget);
    }
    await this.#renewal.done;
  }

  /** Signs out when the site refuses; any other failure may pass, so the tokens stay. */
  async #renew(used: Tokens, refresh: string): Promise<void> {
    const request = new Request(`${this.#baseUrl}${AUTH}refresh/`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ refresh }),
      credentials: "omit",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const response = await this.#fetch(request);
    const isRefused = response.status === 400 || response.status === 401;
    if (!response.ok && !isRefused) throw await errorOf(response);
    const tokens = response.ok ? ((await response.json()) as Tokens) : undefined;
    if (this.#tokens !== used) return; // somebody signed in or out meanwhile
    await this.#keep(tokens);
  }

  async #keep(tokens: Tokens | undefined): Promise<void> {
    this.#tokens = tokens;
    // Not the time that the token names: the clock here may be hours off the site's.
    this.#expiresAt = tokens ? Date.now() + claimsOf(tokens.access).lifetime : Infinity;
    await this.#onTokens(tokens);
  }
}

/**
 * A body is read but once, so it is copied before it is sent. To its end: a clone that nobody reads keeps
 * Node 18 from ending.
 */
function bytesOf(request: Request): Promise<ArrayBuffer> | null {
  return request.method === "GET" ? null : request.clone().arrayBuffer();
}

function bearing(request: Request, tokens: Tokens): Request {
  request.headers.set("Authorization", `Bearer ${tokens.access}`);
  return request;
}

/** In milliseconds; of a token that cannot be read, infinite: the site will say what it thinks of it. */
function claimsOf(access: string): { expiresAt: number; lifetime: number } {
  const payload = access.split(".")[1];
  if (payload === undefined) return { expiresAt: Infinity, lifetime: Infinity };
  try {
    const { exp, iat } = JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/")));
    return { expiresAt: exp * 1000 || Infinity, lifetime: (exp - iat) * 1000 || Infinity };
  } catch {
    return { expiresAt: Infinity, lifetime: Infinity };
  }
}

import createClient, { type Middleware } from "openapi-fetch";

import type { Ask } from "./api.js";
import { errorOf, NextFlexError } from "./errors.js";
import { asJsonOrForm } from "./forms.js";
import { type Job, waitFor, type WaitOptions } from "./jobs.js";
import { eachOf, type EachOptions, type Item, type PagedPath } from "./pages.js";
import type { components, paths } from "./schema.js";
import { type Fetch, type OnTokens, Session, type Tokens } from "./session.js";

/** What the API takes and gives, by its names: `Schemas["Movie"]`. */
export type Schemas = components["schemas"];

export interface NextFlexClientOptions {
  /** Where the site is: "https://films.example.org". */
  baseUrl: string;
  /** Of a sign-in that was kept, or a personal token: `{ access: "nfx_…" }`. */
  tokens?: Tokens | undefined;
  /**
   * Told of every change: of new tokens, which replace the ones before, and of `undefined` when nobody
   * is signed in any more. Requests wait for it. Nothing else keeps the tokens.
   */
  onTokens?: OnTokens;
  /** Instead of the global one. */
  fetch?: Fetch;
}

interface Api {
  readonly GET: Ask<"get">;
  readonly POST: Ask<"post">;
  readonly PUT: Ask<"put">;
  readonly PATCH: Ask<"patch">;
  readonly DELETE: Ask<"delete">;
  /** openapi-fetch's middleware: sees a request before its token, an answer before it is an error. */
  use(...middleware: Middleware[]): void;
  eject(...middleware: Middleware[]): void;
}

/** All of it throws NextFlexError when the site says no, and what fetch throws when nothing answers. */
export interface NextFlexClient extends Api {
  /** Those in use; undefined: nobody is signed in. */
  readonly tokens: Tokens | undefined;
  /** Go on with tokens from elsewhere, such as another tab, or with none. `onTokens` is not told. */
  useTokens(tokens: Tokens | undefined): void;
  signIn(credentials: Schemas["SignInRequest"]): Promise<void>;
  /** Forgets the tokens in any case; throws when the site, where they live on, cannot be told. */
  signOut(): Promise<void>;
  /** All rows of a list: `for await (const { movie } of client.each("/api/v1/me/ratings/")) …` */
  each<Path extends PagedPath>(
    path: Path,
    ...options: EachOptions<Path> extends { path: object } ? [EachOptions<Path>] : [EachOptions<Path>?]
  ): AsyncGenerator<Item<Path>, void, undefined>;
  /** Post about a film; `image`: a File, or a Blob without a name. */
  createPost(
    draft: Schemas["DraftRequest"],
    options?: { signal?: AbortSignal },
  ): Promise<Schemas["OwnPost"]>;
  /** The job when it is done. Throws JobFailed when it fails. */
  waitForJob(id: string, options?: WaitOptions): Promise<Job>;
}

export function createNextFlexClient(options: NextFlexClientOptions): NextFlexClient {
  const baseUrl = new URL(options.baseUrl, globalThis.location?.href).href.replace(/\/+$/, "");
  const fetch = options.fetch ?? ((request) => globalThis.fetch(request));
  const session = new Session(baseUrl, fetch, options.onTokens ?? (() => undefined), options.tokens);
  const api = apiOf(baseUrl, session.send);
  return {
    ...api,
    get tokens() {
      return session.tokens;
    },
    useTokens: (tokens) => session.use(tokens),
    signIn: async (credentials) => {
      const { data } = await api.POST("/api/v1/auth/jwt/create/", { body: credentials });
      await session.begin(data);
    },
    signOut: async () => {
      const last = await session.end();
      if (last?.refresh !== undefined) await tellOfSignOut(api, last.refresh);
    },
    each: (path, ...[given]) => eachOf(api.GET, path, given ?? {}),
    createPost: async (draft, { signal } = {}) => {
      const { data } = await api.POST("/api/v1/me/uploads/", { body: draft, signal: signal ?? null });
      return data;
    },
    waitForJob: (id, wait = {}) => {
      const params = { path: { job_id: id } };
      const asked = { params, signal: wait.signal ?? null };
      return waitFor(async () => (await api.GET("/api/v1/jobs/{job_id}/", asked)).data, wait);
    },
  };
}

function apiOf(baseUrl: string, send: Fetch): Api {
  const api = createClient<paths>({
    baseUrl,
    fetch: send,
    bodySerializer: asJsonOrForm,
    credentials: "omit", // a browser's cookie must not speak where a token is meant
  });
  api.use({
    onResponse: async ({ response }) => {
      if (!response.ok) throw await errorOf(response);
    },
  });
  return api as unknown as Api; // what the middleware throws, openapi-fetch's types do not know
}

async function tellOfSignOut(api: Api, refresh: string): Promise<void> {
  try {
    await api.POST("/api/v1/auth/jwt/logout/", { body: { refresh } });
  } catch (problem) {
    const isDone = problem instanceof NextFlexError && problem.status === 401;
    if (!isDone) throw problem; // a dead token needs no end
  }
}

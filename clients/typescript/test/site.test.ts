import assert from "node:assert/strict";
import { before, describe, it } from "node:test";

import {
  createNextFlexClient,
  type NextFlexClient,
  NextFlexError,
  type Schemas,
  type Tokens,
} from "../src/index.js";
import { File, PNG } from "./files.js";

const URL = process.env["NEXTFLEX_URL"] ?? "";
const PASSWORD = "correct horse 7";

/** How long the worker may take. */
function soon(): { everyMs: number; signal: AbortSignal } {
  return { everyMs: 200, signal: AbortSignal.timeout(60_000) };
}

/** Against a site with 40 films, half of them of the genre Crime, with models and a worker. */
describe("a running site", { skip: URL === "" && "NEXTFLEX_URL names none" }, () => {
  const email = `person.${Date.now()}@example.org`;
  let client: NextFlexClient;
  let crime: Schemas["Movie"][];

  before(async () => {
    client = createNextFlexClient({ baseUrl: URL });
    const body = { email, password: PASSWORD, re_password: PASSWORD };
    const { data, response } = await client.POST("/api/v1/auth/users/", { body });
    assert.deepEqual([response.status, data.email], [201, email]);
    await client.signIn({ email, password: PASSWORD });
    const query = { genre: ["Crime"], page_size: 100 };
    crime = (await client.GET("/api/v1/movies/", { params: { query } })).data.results;
  });

  async function refusalOf(asked: Promise<unknown>): Promise<NextFlexError> {
    const problem: unknown = await asked.then(() => undefined, (error: unknown) => error);
    assert.ok(problem instanceof NextFlexError, String(problem));
    return problem;
  }

  async function rate(movie: Schemas["Movie"] | undefined, rating: number): Promise<Schemas["Rating"]> {
    const params = { path: { movie_id: movie?.id ?? assert.fail() } };
    return (await client.PUT("/api/v1/me/ratings/{movie_id}/", { params, body: { rating } })).data;
  }

  /** Tokens of a new sign-in, the access token no longer accepted. */
  async function worn(): Promise<Required<Tokens>> {
    const signedIn = createNextFlexClient({ baseUrl: URL });
    await signedIn.signIn({ email, password: PASSWORD });
    const { access, refresh } = signedIn.tokens ?? assert.fail();
    return { access: `${access.slice(0, -8)}AAAAAAAA`, refresh: refresh ?? assert.fail() };
  }

  it("knows who signed in", async () => {
    assert.equal((await client.GET("/api/v1/auth/users/me/")).data.email, email);
  });

  it("takes a rating and recommends by it at once", async () => {
    assert.deepEqual([(await rate(crime[0], 4.5)).rating, (await rate(crime[1], 5)).rating], [4.5, 5]);
    const params = { query: { k: 5 } };
    const { data } = await client.GET("/api/v1/me/recommendations/", { params });
    assert.equal(data.model.name, "for-you");
    assert.ok(data.results.every(({ movie }) => movie.genres.includes("Crime")));
    const rated = new Set([crime[0]?.id, crime[1]?.id]);
    assert.ok(data.results.length === 5 && data.results.every(({ movie }) => !rated.has(movie.id)));
  });

  it("takes a rating back", async () => {
    const params = { path: { movie_id: crime[2]?.id ?? assert.fail() } };
    await rate(crime[2], 1);
    const { data, response } = await client.DELETE("/api/v1/me/ratings/{movie_id}/", { params });
    assert.deepEqual([data, response.status], [undefined, 204]);
  });

  it("gives new tokens to many requests at once, and sends their bodies again", async () => {
    const told: (Tokens | undefined)[] = [];
    const [tokens, film] = [await worn(), { path: { movie_id: crime[3]?.id ?? assert.fail() } }];
    const onTokens = (given: Tokens | undefined): void => void told.push(given);
    const renewing = createNextFlexClient({ baseUrl: URL, tokens, onTokens });
    const body = { rating: 3.5 };
    const asked = await Promise.all([
      ...Array.from({ length: 8 }, () => renewing.GET("/api/v1/me/profile/")),
      renewing.PUT("/api/v1/me/ratings/{movie_id}/", { params: film, body }),
    ]);
    assert.ok(asked.every(({ response }) => response.status === 200));
    assert.deepEqual(told, [renewing.tokens]);
    const kept = await client.GET("/api/v1/me/ratings/{movie_id}/", { params: film });
    assert.equal(kept.data.rating, 3.5);
  });

  it("ends a sign-in whose refresh token was used before", async () => {
    const tokens = await worn();
    const [first, second] = [1, 2].map(() => createNextFlexClient({ baseUrl: URL, tokens }));
    await first?.GET("/api/v1/me/profile/");
    const error = await refusalOf(second?.GET("/api/v1/me/profile/") ?? assert.fail());
    assert.deepEqual([error.status, second?.tokens], [401, undefined]);
  });

  it("refuses the tokens of a client that signed out", async () => {
    const leaving = createNextFlexClient({ baseUrl: URL });
    await leaving.signIn({ email, password: PASSWORD });
    const { tokens } = leaving;
    await leaving.signOut();
    assert.equal(leaving.tokens, undefined);
    const late = createNextFlexClient({ baseUrl: URL, tokens });
    assert.equal((await refusalOf(late.GET("/api/v1/me/profile/"))).status, 401);
    assert.equal(late.tokens, undefined);
  });

  it("says what is wrong", async () => {
    const error = await refusalOf(rate(crime[0], 7));
    assert.deepEqual([error.status, error.code], [400, "invalid"]);
    assert.ok(Array.isArray(error.fields["rating"]));
    assert.match(error.message, /^rating: /);
    assert.ok(error.requestId);
    const params = { path: { id: 999_999_999 } };
    const missing = await refusalOf(client.GET("/api/v1/movies/{id}/", { params }));
    assert.deepEqual([missing.status, missing.code], [404, "not_found"]);
  });

  it("says when to try again", async () => {
    const body = { email: `another.${email}`, password: PASSWORD, re_password: "a mistake" };
    const error = await (async () => {
      for (let time = 0; time < 100; time += 1) {
        const refused = await refusalOf(client.POST("/api/v1/auth/users/", { body }));
        if (refused.status !== 400) return refused;
      }
      return assert.fail("whoever signs up is not counted");
    })();
    assert.deepEqual([error.status, error.code], [429, "throttled"]);
    assert.ok(error.retryAfterS !== undefined && error.retryAfterS > 0 && error.retryAfterS <= 3600);
  });

  it("gives all films, a page at a time", async () => {
    const seen: number[] = [];
    const query = { page_size: 7 };
    for await (const movie of client.each("/api/v1/movies/", { query })) seen.push(movie.id);
    const { count } = (await client.GET("/api/v1/movies/")).data;
    assert.ok(count > 14);
    assert.deepEqual([seen.length, new Set(seen).size], [count, count]);
  });

  it("takes a post with an image, and has it ready soon", async () => {
    const image = new File([PNG], "diner.png", { type: "image/png" });
    const movie = crime[4]?.id ?? assert.fail();
    const post = await client.createPost({ movie, rating: 4, text: "Where it was filmed.", image });
    assert.deepEqual([post.movie?.id, post.rating, post.text], [movie, 4, "Where it was filmed."]);
    assert.deepEqual([post.image?.format, post.image?.width], ["PNG", 1]);
    assert.equal(post.image?.file_name, "diner.png");
    const params = { path: { key: post.id } };
    let shown = post;
    for (const { everyMs, signal } = soon(); shown.image?.state === "processing"; ) {
      signal.throwIfAborted();
      await new Promise((resolve) => setTimeout(resolve, everyMs));
      shown = (await client.GET("/api/v1/me/uploads/{key}/", { params })).data;
    }
    assert.equal(shown.image?.state, "ready");
    const error = await refusalOf(client.createPost({ movie, image }));
    assert.deepEqual([error.status, error.code], [409, "same_image"]);
  });

  it("imports a file by a job", async () => {
    const [film] = crime.slice(5);
    const csv = `Date,Name,Year,Letterboxd URI,Rating\n2026-01-02,${film?.title},${film?.year},,3.5\n`;
    const body = { file: new File([csv], "ratings.csv", { type: "text/csv" }) };
    const started = await client.POST("/api/v1/me/import/", { body });
    const job = await client.waitForJob(started.data.id, soon());
    assert.deepEqual([job.result?.dry_run, job.result?.counts], [true, { imported: 1 }]);
    const params = { path: { movie_id: film?.id ?? assert.fail() } };
    const before = await refusalOf(client.GET("/api/v1/me/ratings/{movie_id}/", { params }));
    assert.equal(before.status, 404);
    const which = { path: { job_id: started.data.id } };
    await client.POST("/api/v1/me/import/{job_id}/apply/", { params: which });
    await client.waitForJob(started.data.id, soon());
    assert.equal((await client.GET("/api/v1/me/ratings/{movie_id}/", { params })).data.rating, 3.5);
  });

  it("takes a personal token for what it is good for", async () => {
    const body = { name: "a script", scopes: ["read" as const] };
    const made = await client.POST("/api/v1/me/tokens/", { body });
    const script = createNextFlexClient({ baseUrl: URL, tokens: { access: made.data.token } });
    assert.ok((await script.GET("/api/v1/me/ratings/")).data.count > 0);
    const beyond = await refusalOf(script.POST("/api/v1/me/tokens/", { body }));
    assert.deepEqual([beyond.status, script.tokens?.access], [403, made.data.token]);
  });

  it("gives everything away, as text too", async () => {
    const everything = (await client.GET("/api/v1/me/export/")).data;
    assert.ok(Array.isArray(everything["ratings"]) && everything["ratings"].length > 0);
    const { data } = await client.GET("/api/v1/me/export/letterboxd/", { parseAs: "text" });
    assert.match(data, /^tmdbID,imdbID,Title,/);
  });
});

import assert from "node:assert/strict";
import { beforeEach, describe, it } from "node:test";

import { createNextFlexClient, JobFailed, type NextFlexClient, NextFlexError } from "../src/index.js";
import { FakeSite, json, refusal, SITE } from "./fake_site.js";
import { File, PNG } from "./files.js";

const GENRES = "/api/v1/genres/";
const JOB = { id: "0b8f6f0e-6c51-4c8c-9d5c-6f3f0f2b9a11", progress: 0 };
const JOB_AT = `/api/v1/jobs/${JOB.id}/`;

let site: FakeSite;
let client: NextFlexClient;

beforeEach(() => {
  site = new FakeSite();
  client = createNextFlexClient({ baseUrl: SITE, fetch: site.fetch });
});

async function errorOf(answer: () => Response): Promise<NextFlexError> {
  site.answers.set(GENRES, answer);
  const problem: unknown = await client.GET(GENRES).catch((error: unknown) => error);
  assert.ok(problem instanceof NextFlexError);
  return problem;
}

describe("an error", () => {
  it("tells what the site says", async () => {
    const fields = { rating: ["Too many."], about: { age_band: ["No such."] } };
    const body = { error: { code: "invalid", message: "rating: Too many.", fields } };
    const headers = { "X-Request-ID": "abc.1" };
    const error = await errorOf(() => json(body, { status: 400, headers }));
    assert.deepEqual([error.status, error.code, error.message], [400, "invalid", "rating: Too many."]);
    assert.deepEqual([error.fields, error.requestId, error.body], [fields, "abc.1", body]);
    assert.equal(error.retryAfterS, undefined);
  });

  it("tells when to ask again, by seconds or by a date", async () => {
    const seconds = await errorOf(() => refusal(429, "throttled", "Wait.", { "Retry-After": "17" }));
    assert.equal(seconds.retryAfterS, 17);
    const date = new Date(Date.now() + 90_000).toUTCString();
    const dated = await errorOf(() => refusal(503, "unavailable", "Soon.", { "Retry-After": date }));
    assert.ok(dated.retryAfterS !== undefined && Math.abs(dated.retryAfterS - 90) <= 1);
  });

  it("of a proxy is told as it is", async () => {
    const error = await errorOf(() => new Response("<h1>Bad gateway</h1>", { status: 502 }));
    assert.deepEqual([error.code, error.body, error.fields], ["unknown", "<h1>Bad gateway</h1>", {}]);
    assert.match(error.message, /^HTTP 502/);
  });

  it("in JSON of another shape keeps its body", async () => {
    const error = await errorOf(() => json({ status: "unavailable", reasons: ["x"] }, { status: 503 }));
    assert.deepEqual([error.code, error.body], ["unknown", { status: "unavailable", reasons: ["x"] }]);
    const half = await errorOf(() => json({ error: { message: "No code." } }, { status: 500 }));
    assert.deepEqual([half.code, half.fields], ["unknown", {}]);
  });

  it("of the network is fetch's own", async () => {
    site.answers.set(GENRES, () => Promise.reject(new TypeError("fetch failed")));
    await assert.rejects(client.GET(GENRES), TypeError);
  });
});

describe("each", () => {
  function pages(...rows: number[][]): void {
    let asked = 0;
    site.answers.set(GENRES, () => {
      const results = rows[asked];
      asked += 1;
      if (results === undefined) return refusal(404, "not_found", "Invalid page.");
      return json({ count: 9, next: rows.length > asked ? "http://inner/?page=2" : null, results });
    });
  }

  it("gives all rows of all pages", async () => {
    pages([1, 2], [3, 4], [5]);
    const seen: unknown[] = [];
    for await (const genre of client.each(GENRES)) seen.push(genre);
    assert.deepEqual(seen, [1, 2, 3, 4, 5]);
  });

  it("asks for no page before it is needed", async () => {
    pages([1, 2], [3]);
    for await (const _ of client.each(GENRES)) break;
    assert.equal(site.times(GENRES), 1);
  });

  it("ends where a page has gone since, but not where there never was a list", async () => {
    let asked = 0;
    site.answers.set(GENRES, () => {
      asked += 1;
      return asked === 1
        ? json({ count: 2, next: "http://inner/?page=2", results: [1] })
        : refusal(404, "not_found", "Invalid page.");
    });
    const seen: unknown[] = [];
    for await (const genre of client.each(GENRES)) seen.push(genre);
    assert.deepEqual(seen, [1]);
    await assert.rejects(client.each(GENRES).next(), { status: 404 });
  });

  it("goes on by the cursor of the page before, where there is one", async () => {
    const queries: string[] = [];
    const fetch = (request: Request): Promise<Response> => {
      queries.push(new URL(request.url).search);
      const next = queries.length < 2 ? "http://inner/?page_size=100&cursor=a%2Bb" : null;
      return Promise.resolve(json({ count: 2, next, results: [queries.length] }));
    };
    const asking = createNextFlexClient({ baseUrl: SITE, fetch });
    const seen: unknown[] = [];
    for await (const rating of asking.each("/api/v1/me/ratings/")) seen.push(rating);
    assert.deepEqual(seen, [1, 2]);
    assert.deepEqual(queries, ["?page_size=100&page=1", "?page_size=100&cursor=a%2Bb"]);
  });

  it("sends what it is given with every page", async () => {
    const queries: string[] = [];
    const fetch = (request: Request): Promise<Response> => {
      queries.push(decodeURIComponent(new URL(request.url).search));
      return Promise.resolve(json({ count: 1, next: queries.length < 2 ? "more" : null, results: [] }));
    };
    const asking = createNextFlexClient({ baseUrl: SITE, fetch });
    const query = { genre: ["Crime", "Film-Noir"], page_size: 7 };
    for await (const _ of asking.each("/api/v1/movies/", { query })) assert.fail();
    const given = "page_size=7&genre=Crime&genre=Film-Noir";
    assert.deepEqual(queries, [`?${given}&page=1`, `?${given}&page=2`]);
  });
});

describe("a post", () => {
  it("with a file is a form, with its name", async () => {
    const image = new File([PNG], "diner.png", { type: "image/png" });
    await client.createPost({ movie: 6, rating: 4.5, is_public: false, image });
    const [asked] = site.asked;
    assert.match(asked?.body ?? "", /name="image"; filename="diner.png"/);
    assert.match(asked?.body ?? "", /name="rating"\r\n\r\n4.5\r\n/);
    assert.match(asked?.body ?? "", /name="is_public"\r\n\r\nfalse\r\n/);
  });

  it("without one is JSON", async () => {
    await client.createPost({ movie: 6, text: "The diner." });
    assert.deepEqual(JSON.parse(site.asked[0]?.body ?? ""), { movie: 6, text: "The diner." });
  });
});

describe("waiting for a job", () => {
  function states(...answers: (() => Response)[]): void {
    let asked = 0;
    site.answers.set(JOB_AT, () => answers[Math.min(asked++, answers.length - 1)]!());
  }
  const queued = (): Response => json({ ...JOB, state: "queued" });
  const running = (): Response => json({ ...JOB, state: "running", progress: 0.5 });
  const done = (): Response => json({ ...JOB, state: "done", progress: 1, result: { rows: 3 } });

  it("ends with the job that is done", async () => {
    states(queued, running, done);
    const seen: number[] = [];
    const onProgress = ({ progress }: { progress: number }): void => void seen.push(progress);
    const job = await client.waitForJob(JOB.id, { everyMs: 1, onProgress });
    assert.deepEqual([job.state, job.result?.rows, seen], ["done", 3, [0, 0.5, 1]]);
  });

  it("throws what a failed job says", async () => {
    states(running, () => json({ ...JOB, state: "failed", error: "The file cannot be read." }));
    const failed = client.waitForJob(JOB.id, { everyMs: 1 });
    await assert.rejects(failed, (problem) => {
      assert.ok(problem instanceof JobFailed);
      return problem.message === "The file cannot be read." && problem.job.state === "failed";
    });
  });

  it("goes on after an answer that says when to ask again, and after no other", async () => {
    states(() => refusal(503, "unavailable", "Soon.", { "Retry-After": "0" }), done);
    assert.equal((await client.waitForJob(JOB.id, { everyMs: 1 })).state, "done");
    states(() => refusal(404, "not_found", "No such job."));
    await assert.rejects(client.waitForJob(JOB.id, { everyMs: 1 }), { status: 404 });
  });

  it("can be given up", async () => {
    states(running);
    const signal = AbortSignal.timeout(20);
    const [began, everyMs] = [Date.now(), 20_000];
    const waiting = client.waitForJob(JOB.id, { everyMs, signal });
    await assert.rejects(waiting, { name: "TimeoutError" });
    assert.ok(Date.now() - began < everyMs / 2);
  });
});

import assert from "node:assert/strict";
import { beforeEach, describe, it } from "node:test";

import { createNextFlexClient, NextFlexError, type NextFlexClient, type Tokens } from "../src/index.js";
import { FakeSite, json, REFRESH, refusal, SITE } from "./fake_site.js";

const PROFILE = "/api/v1/me/profile/";
const SIGN_IN = "/api/v1/auth/jwt/create/";
const LOGOUT = "/api/v1/auth/jwt/logout/";
const HEAT = { params: { path: { movie_id: 6 } }, body: { rating: 4.5 } };
const CREDENTIALS = { email: "alice@example.org", password: "correct horse 7" };

let site: FakeSite;
let told: (Tokens | undefined)[];

beforeEach(() => {
  site = new FakeSite();
  told = [];
});

function clientOf(tokens?: Tokens): NextFlexClient {
  const onTokens = (given: Tokens | undefined): void => void told.push(given);
  return createNextFlexClient({ baseUrl: `${SITE}/`, tokens, onTokens, fetch: site.fetch });
}

function isRefusal(status: number): (problem: unknown) => boolean {
  return (problem) => problem instanceof NextFlexError && problem.status === status;
}

describe("a token", () => {
  it("goes with each request", async () => {
    const tokens = site.tokens();
    await clientOf(tokens).GET(PROFILE);
    assert.equal(site.asked[0]?.bearer, tokens.access);
  });

  it("is not needed", async () => {
    await clientOf().GET("/api/v1/genres/");
    assert.equal(site.asked[0]?.bearer, null);
  });

  it("is shown to no other site", async () => {
    const client = clientOf(site.tokens());
    await client.GET(PROFILE, { baseUrl: "https://films.example.org.evil.example" });
    await client.GET(PROFILE, { baseUrl: "http://films.example.org" });
    assert.deepEqual(site.asked.map((one) => one.bearer), [null, null]);
  });

  it("of a person is never renewed, and not forgotten when it is refused", async () => {
    const client = clientOf({ access: "nfx_dead" });
    await assert.rejects(client.GET(PROFILE), isRefusal(401));
    assert.deepEqual(site.asked.map((one) => one.path), [PROFILE]);
    assert.deepEqual(client.tokens, { access: "nfx_dead" });
  });
});

describe("a refused token", () => {
  it("is renewed, and the request sent once more with its body", async () => {
    const tokens = site.tokens();
    site.refuse(tokens.access);
    const client = clientOf(tokens);
    const { data } = await client.PUT("/api/v1/me/ratings/{movie_id}/", HEAT);
    assert.deepEqual(data, { ok: true });
    const sent = site.asked.filter((one) => one.method === "PUT");
    assert.deepEqual(sent.map((one) => one.body), ['{"rating":4.5}', '{"rating":4.5}']);
    assert.deepEqual(sent.map((one) => one.bearer), [tokens.access, client.tokens?.access]);
    assert.deepEqual(told, [client.tokens]);
  });

  it("is renewed with a file in the body, too", async () => {
    const tokens = site.tokens();
    site.refuse(tokens.access);
    await clientOf(tokens).createPost({ movie: 6, image: new Blob(["the very bytes"]) });
    const sent = site.asked.filter((one) => one.path === "/api/v1/me/uploads/");
    assert.equal(sent.length, 2);
    assert.ok(sent.every((one) => one.body.includes("the very bytes")));
  });

  it("is renewed once for all requests that it was refused to", async () => {
    const tokens = site.tokens();
    site.refuse(tokens.access);
    const client = clientOf(tokens);
    await Promise.all(Array.from({ length: 20 }, () => client.GET(PROFILE)));
    assert.equal(site.times(REFRESH), 1);
    assert.equal(site.times(PROFILE), 40);
    assert.equal(told.length, 1);
  });

  it("is not renewed again for a request that comes back after the renewal", async () => {
    const tokens = site.tokens();
    const client = clientOf(tokens);
    let letGo = (_: Response): void => undefined;
    site.answers.set("/api/v1/me/watchlist/", () => {
      site.answers.delete("/api/v1/me/watchlist/");
      return new Promise((resolve) => (letGo = resolve));
    });
    const late = client.GET("/api/v1/me/watchlist/");
    site.refuse(tokens.access);
    await client.GET(PROFILE);
    letGo(refusal(401, "token_not_valid", "Dead."));
    await late;
    assert.equal(site.times(REFRESH), 1);
  });

  it("is not renewed for ever", async () => {
    site.answers.set(PROFILE, () => refusal(401, "token_not_valid", "Never."));
    await assert.rejects(clientOf(site.tokens()).GET(PROFILE), isRefusal(401));
    assert.deepEqual([site.times(PROFILE), site.times(REFRESH)], [2, 1]);
  });

  it("ends the sign-in when it cannot be renewed, for all who wait", async () => {
    const tokens = site.tokens();
    site.refuse(tokens.access);
    site.refuse(tokens.refresh);
    const client = clientOf(tokens);
    const ends = await Promise.allSettled([1, 2, 3].map(() => client.GET(PROFILE)));
    assert.ok(ends.every((end) => end.status === "rejected" && isRefusal(401)(end.reason)));
    assert.equal(site.times(REFRESH), 1);
    assert.equal(client.tokens, undefined);
    assert.deepEqual(told, [undefined]);
  });

  it("stays when the site cannot say whether it is good", async () => {
    const tokens = site.tokens();
    site.refuse(tokens.access);
    const client = clientOf(tokens);
    site.answers.set(REFRESH, () => refusal(503, "unavailable", "Soon.", { "Retry-After": "5" }));
    await assert.rejects(
      client.GET(PROFILE),
      (problem) => problem instanceof NextFlexError && problem.retryAfterS === 5,
    );
    assert.deepEqual([client.tokens, told], [tokens, []]);
    site.answers.clear();
    await client.GET(PROFILE);
  });

  it("is not renewed on account of a wrong password", async () => {
    site.answers.set(SIGN_IN, () => refusal(401, "authentication_failed", "Wrong."));
    const tokens = site.tokens();
    const client = clientOf(tokens);
    await assert.rejects(client.signIn(CREDENTIALS), isRefusal(401));
    assert.deepEqual(site.asked.map((one) => one.path), [SIGN_IN]);
    assert.equal(client.tokens, tokens);
  });

  it("never makes one person's request another's", async () => {
    const [alice, bob] = [site.tokens(), site.tokens()];
    const client = clientOf(alice);
    site.answers.set("/api/v1/me/ratings/6/", () => {
      client.useTokens(bob);
      return refusal(401, "token_not_valid", "Dead.");
    });
    await assert.rejects(client.PUT("/api/v1/me/ratings/{movie_id}/", HEAT), isRefusal(401));
    assert.equal(site.times("/api/v1/me/ratings/6/"), 1);
    assert.equal(client.tokens, bob);
  });
});

describe("a token that is about to expire", () => {
  it("is renewed before it is used, once for all", async () => {
    const tokens = site.tokens({ ageS: 3590 });
    const client = clientOf(tokens);
    await Promise.all([client.GET(PROFILE), client.GET(PROFILE)]);
    assert.equal(site.times(REFRESH), 1);
    assert.ok(site.asked.every((one) => one.bearer !== tokens.access));
  });

  it("is not renewed while it has more than half a minute", async () => {
    await clientOf(site.tokens({ ageS: 3500 })).GET(PROFILE);
    assert.equal(site.times(REFRESH), 0);
  });

  it("is renewed once even if our clock is hours ahead of the site's", async () => {
    site.answers.set(REFRESH, () => json(site.tokens({ aheadS: -7200 })));
    const client = clientOf(site.tokens({ aheadS: -7200 }));
    for (let time = 0; time < 3; time += 1) await client.GET(PROFILE);
    assert.equal(site.times(REFRESH), 1);
  });

  it("ends the sign-in when it cannot be renewed, and a guest's request goes on", async () => {
    const tokens = site.tokens({ ageS: 4000 });
    site.refuse(tokens.refresh);
    const client = clientOf(tokens);
    await client.GET("/api/v1/genres/");
    assert.deepEqual([client.tokens, site.asked[1]?.bearer], [undefined, null]);
  });

  it("waits until the host has kept the new ones", async () => {
    const order: string[] = [];
    site.answers.set(PROFILE, () => (order.push("asked"), json({})));
    const onTokens = async (): Promise<void> => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      order.push("kept");
    };
    const tokens = site.tokens({ ageS: 4000 });
    const client = createNextFlexClient({ baseUrl: SITE, tokens, onTokens, fetch: site.fetch });
    await client.GET(PROFILE);
    assert.deepEqual(order, ["kept", "asked"]);
  });
});

describe("signing in and out", () => {
  it("takes the tokens and tells of them", async () => {
    const tokens = site.tokens();
    site.answers.set(SIGN_IN, () => json(tokens));
    const client = clientOf();
    await client.signIn(CREDENTIALS);
    assert.deepEqual([client.tokens, told], [tokens, [tokens]]);
    assert.deepEqual(JSON.parse(site.asked[0]?.body ?? ""), CREDENTIALS);
  });

  it("forgets them and tells the site", async () => {
    const tokens = site.tokens();
    const client = clientOf(tokens);
    await client.signOut();
    assert.deepEqual([client.tokens, told], [undefined, [undefined]]);
    assert.equal(site.asked[0]?.path, LOGOUT);
    assert.deepEqual(JSON.parse(site.asked[0]?.body ?? ""), { refresh: tokens.refresh });
  });

  it("ends the tokens of a renewal that is under way", async () => {
    const tokens = site.tokens();
    site.refuse(tokens.access);
    const client = clientOf(tokens);
    const asked = client.GET(PROFILE);
    while (site.times(REFRESH) === 0) await new Promise((resolve) => setTimeout(resolve, 0));
    await client.signOut();
    await asked.catch(() => undefined);
    const [renewed, none] = told;
    assert.equal(none, undefined);
    const logout = site.asked.find((one) => one.path === LOGOUT);
    assert.deepEqual(JSON.parse(logout?.body ?? ""), { refresh: renewed?.refresh });
    assert.equal(client.tokens, undefined);
  });

  it("is done when the site had ended the sign-in already", async () => {
    site.answers.set(LOGOUT, () => refusal(401, "token_not_valid", "Dead."));
    await clientOf(site.tokens()).signOut();
  });

  it("forgets them also when the site cannot be told, and says so", async () => {
    site.answers.set(LOGOUT, () => refusal(503, "unavailable", "Soon."));
    const client = clientOf(site.tokens());
    await assert.rejects(client.signOut(), isRefusal(503));
    assert.equal(client.tokens, undefined);
  });

  it("leaves a personal token alone at the site", async () => {
    await clientOf({ access: "nfx_x" }).signOut();
    assert.deepEqual(site.asked, []);
  });

  it("is not undone by a renewal that ends later", async () => {
    const tokens = site.tokens();
    site.refuse(tokens.access);
    const client = clientOf(tokens);
    site.answers.set(REFRESH, () => {
      client.useTokens(undefined);
      return json(site.tokens());
    });
    await assert.rejects(client.GET(PROFILE), isRefusal(401));
    assert.deepEqual([client.tokens, told], [undefined, []]);
  });
});

import type { Tokens } from "../src/index.js";

export const SITE = "https://films.example.org";

/** Who was asked for what, and how. */
export interface Asked {
  method: string;
  path: string;
  bearer: string | null;
  body: string;
}

/** A site in memory that deals with tokens as the real one does: a refresh token counts once. */
export class FakeSite {
  readonly asked: Asked[] = [];
  /** Instead of the usual answer to an address, a new one each time. */
  readonly answers = new Map<string, () => Response | Promise<Response>>();
  #live = new Set<string>();
  #made = 0;

  /** Tokens that hold for an hour by the site's clock, which is `aheadS` before ours. */
  tokens({ aheadS = 0, ageS = 0 } = {}): Tokens {
    const [number, now] = [++this.#made, Math.floor(Date.now() / 1000) + aheadS - ageS];
    const pair = {
      access: jwt({ iat: now, exp: now + 3600, number }),
      refresh: jwt({ iat: now, exp: now + 604_800, number, use: "refresh" }),
    };
    this.#live.add(pair.access).add(pair.refresh);
    return pair;
  }

  refuse(token: string | undefined): void {
    this.#live.delete(token ?? "");
  }

  times(path: string): number {
    return this.asked.filter((one) => one.path === path).length;
  }

  readonly fetch = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    const bearer = request.headers.get("Authorization")?.replace("Bearer ", "") ?? null;
    const body = await request.text();
    this.asked.push({ method: request.method, path: pathname, bearer, body });
    await new Promise((resolve) => setTimeout(resolve, 1)); // as a network: nothing answers at once
    const answer = this.answers.get(pathname);
    if (answer) return answer();
    if (pathname === REFRESH) return this.#refresh(JSON.parse(body).refresh);
    if (bearer !== null && !this.#live.has(bearer)) return refusal(401, "token_not_valid", "Dead.");
    return json({ ok: true });
  };

  #refresh(token: string): Response {
    return this.#live.delete(token)
      ? json(this.tokens())
      : refusal(401, "token_not_valid", "The token was already used.");
  }
}

export const REFRESH = "/api/v1/auth/jwt/refresh/";

export function json(body: unknown, init: ResponseInit = {}): Response {
  return new Response(JSON.stringify(body), {
    ...init,
    headers: { "Content-Type": "application/json", ...init.headers },
  });
}

export function refusal(
  status: number,
  code: string,
  message: string,
  headers: Record<string, string> = {},
): Response {
  return json({ error: { code, message } }, { status, headers });
}

function jwt(claims: object): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part({ alg: "HS256" })}.${part({ ...claims, words: "ÿ?>" })}.c2lnbmF0dXJl`;
}

import type { Ask } from "./api.js";
import { NextFlexError } from "./errors.js";
import type { paths } from "./schema.js";

interface Page {
  count: number;
  next: string | null;
  results: unknown[];
}

interface Answers<Body> {
  get: { responses: { 200: { content: { "application/json": Body } } } };
}

/** An address whose answer comes in pages. */
export type PagedPath = {
  [Path in keyof paths]: paths[Path] extends Answers<Page> ? Path : never;
}[keyof paths];

/** What the pages of an address hold. */
export type Item<Path extends PagedPath> =
  paths[Path] extends Answers<{ results: (infer One)[] }> ? One : never;

type Parameters<Path extends PagedPath> = paths[Path]["get"]["parameters"];

type Query<Path extends PagedPath> = Omit<NonNullable<Parameters<Path>["query"]>, "page" | "cursor">;

/** The parameters of the address but `page` and `cursor`; without `page_size` a page is as long as it may be. */
export type EachOptions<Path extends PagedPath> = { query?: Query<Path>; signal?: AbortSignal } & (
  Parameters<Path>["path"] extends Record<string, unknown>
    ? { path: Parameters<Path>["path"] }
    : { path?: never }
);

type GetPage = (path: string, init: object) => Promise<{ data: Page }>;

const LONGEST_PAGE = 100;

/** All rows, page after page, each asked for when the one before is used up: by its cursor, or its number. */
export async function* eachOf<Path extends PagedPath>(
  get: Ask<"get">,
  path: Path,
  options: Partial<EachOptions<Path>>,
): AsyncGenerator<Item<Path>, void, undefined> {
  // What goes with a path that is not known yet, the compiler cannot say.
  const ask = get as unknown as GetPage;
  let place: { page: number } | { cursor: string } = { page: 1 };
  for (let page = 1; ; page += 1) {
    const query = { page_size: LONGEST_PAGE, ...options.query, ...place };
    const init = { params: { query, path: options.path }, signal: options.signal ?? null };
    const found = await ask(path, init).catch((problem: unknown) => {
      // The list has become shorter since the page before said that there is another.
      if (page > 1 && problem instanceof NextFlexError && problem.status === 404) return undefined;
      throw problem;
    });
    if (found === undefined) return;
    yield* found.data.results as Item<Path>[];
    if (!found.data.next) return;
    const cursor = cursorIn(found.data.next);
    place = cursor === null ? { page: page + 1 } : { cursor };
  }
}

function cursorIn(link: string): string | null {
  return new URLSearchParams(link.slice(link.indexOf("?") + 1)).get("cursor");
}

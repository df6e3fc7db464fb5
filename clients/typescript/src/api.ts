import type { FetchOptions, ParseAs, ParseAsResponse } from "openapi-fetch";
import type {
  FilterKeys,
  HttpMethod,
  MediaType,
  PathsWithMethod,
  Readable,
  RequiredKeysOf,
  ResponseObjectMap,
  SuccessResponse,
} from "openapi-typescript-helpers";

import type { paths } from "./schema.js";

type Operation<Path extends keyof paths, Method extends HttpMethod> = FilterKeys<paths[Path], Method>;

type Data<Asked> =
  ResponseObjectMap<Asked> extends infer Answers extends Record<string | number, unknown>
    ? Readable<SuccessResponse<Answers, MediaType>>
    : never;

/** May be left out where nothing in it is needed. */
type Init<Options, As extends ParseAs> =
  RequiredKeysOf<Options> extends never
    ? [(Options & { parseAs?: As })?]
    : [Options & { parseAs?: As }];

/**
 * A method of openapi-fetch's client, with two differences: what is no success is thrown as a
 * NextFlexError, so that `data` is always there; and a parameter that the API does not know is an error
 * of the compiler.
 */
export type Ask<Method extends HttpMethod> = <
  Path extends PathsWithMethod<paths, Method>,
  As extends ParseAs = "json",
>(
  path: Path,
  ...init: Init<FetchOptions<Operation<Path, Method>>, As>
) => Promise<{
  data: ParseAsResponse<Data<Operation<Path, Method>>, { parseAs: As }>;
  response: Response;
}>;

export {
  createNextFlexClient,
  type NextFlexClient,
  type NextFlexClientOptions,
  type Schemas,
} from "./client.js";
export { NextFlexError, type Problems } from "./errors.js";
export { type Job, JobFailed, type WaitOptions } from "./jobs.js";
export type { EachOptions, Item, PagedPath } from "./pages.js";
export type { components, operations, paths } from "./schema.js";
export type { Fetch, OnTokens, Tokens } from "./session.js";

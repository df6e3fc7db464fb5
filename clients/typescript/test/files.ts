import * as buffer from "node:buffer";

/** Node 18 has no global one. */
export const File = buffer.File as unknown as typeof globalThis.File;

/** One grey pixel. */
export const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNoAAAAggCB2kUIOwAAAABJRU5ErkJggg==",
  "base64",
);

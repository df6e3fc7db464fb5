// Writes src/schema.ts, the types of docs/openapi.yaml: `npm run generate`.

import { writeFile } from "node:fs/promises";

import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";

const HEAD = "// Made of docs/openapi.yaml by `npm run generate`; not to be edited.\n\n";
const source = new URL("../../docs/openapi.yaml", import.meta.url);
const target = new URL("src/schema.ts", import.meta.url);

const tree = await openapiTS(source, {
  defaultNonNullable: false, // what has a default may be left out of a request
  transform: (schema) =>
    schema.format === "binary" ? ts.factory.createTypeReferenceNode("Blob") : undefined,
  silent: true,
});
await writeFile(target, HEAD + astToString(tree));

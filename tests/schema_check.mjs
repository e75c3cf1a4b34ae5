// SPDX-License-Identifier: MIT
// node schema_check.mjs REQUEST.json
// REQUEST is {"schemas": {KIND: schema}, "documents": [{"kind", "document"}]}; prints, for each document, the
// list of what is wrong with it. Strict mode: a careless schema is an error, exit 1.
import { readFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020.js";

const request = JSON.parse(readFileSync(process.argv[2], "utf8"));
const ajv = new Ajv2020.default({ allErrors: true, strict: true });
const validators = Object.fromEntries(
  Object.entries(request.schemas).map(([kind, schema]) => [kind, ajv.compile(schema)]),
);
const verdicts = request.documents.map(({ kind, document }) => {
  const validate = validators[kind];
  if (validate(document)) return [];
  return validate.errors.slice(0, 20).map((error) => `${error.instancePath || "/"}: ${error.message}`);
});
console.log(JSON.stringify(verdicts));

// What the readers of JavaScript read in a document of texts: `node read.mjs FILE` prints a line of JSON for each.
// `yaml` and `js-yaml` are looked for as any module is.

import fs from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(process.cwd() + "/");
const text = fs.readFileSync(process.argv[2], "utf8");

/** A text as it is, anything else with its type. */
const told = (value) => (typeof value === "string" ? value : { [typeof value]: String(value) });

const YAML = require("yaml");
for (const version of ["1.1", "1.2"]) {
  const document = YAML.parse(text, { version, mapAsMap: true });
  const keys = [...document.get("keys").keys()].map(told);
  const reader = `yaml ${require("yaml/package.json").version}, YAML ${version}`;
  console.log(JSON.stringify({ reader, text, values: document.get("values").map(told), keys }));
}

// Keys of objects are texts in any case.
const document = require("js-yaml").load(text);
const reader = `js-yaml ${require("js-yaml/package.json").version}`;
console.log(JSON.stringify({ reader, text, values: document.values.map(told), keys: Object.keys(document.keys) }));

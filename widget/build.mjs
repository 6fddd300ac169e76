/**
 * Builds the two files that browsers load.
 *
 *   node build.mjs --baked FILE --output FOLDER
 *
 * FILE holds, as JSON, the approved texts and the settings that a copy without a server of its own has (type `Baked` in
 * src/launcher/installation.ts, without `chat`). Prints, as JSON, the names of the files and their sizes in bytes after
 * gzip. The same sources give the same bytes on every machine.
 */

import { readFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";

import { buildFiles } from "./build/bundles.mjs";
import { gzipSizes, writeFiles } from "./build/output.mjs";

const { values } = parseArgs({ options: { baked: { type: "string" }, output: { type: "string" } } });
if (values.baked === undefined || values.output === undefined) {
  console.error("Usage: node build.mjs --baked FILE --output FOLDER");
  process.exit(2);
}
const baked = JSON.parse(await readFile(values.baked, "utf8"));
const { files, chat } = await buildFiles(baked);
await writeFiles(path.resolve(values.output), files);
console.log(JSON.stringify({ files: gzipSizes(files), chat }));

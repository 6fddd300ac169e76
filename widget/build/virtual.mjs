/** Modules that no file holds: what the build knows is handed to the sources as JSON. */

import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

const TEXTS = fileURLToPath(new URL("../texts", import.meta.url));

/** The texts of the launcher (type `LauncherTexts` in src/launcher/texts.ts). The others are loaded with the chat. */
const LAUNCHER_KEYS = [
  "launcher_open",
  "launcher_continue",
  "launcher_unread",
  "launcher_close",
  "launcher_loading",
  "failure_heading",
  "failure_unreachable",
  "failure_offline",
  "failure_retry",
  "call",
  "close",
];

/** A plugin of esbuild that gives values as modules. */
export function virtualModules(values) {
  return {
    name: "virtual",
    setup(build) {
      build.onResolve({ filter: /^virtual:/ }, ({ path: name }) => ({ path: name, namespace: "virtual" }));
      build.onLoad({ filter: /.*/, namespace: "virtual" }, ({ path: name }) => {
        if (!(name in values)) return { errors: [{ text: `There is no module ${name}.` }] };
        return { contents: JSON.stringify(values[name]), loader: "json" };
      });
    },
  };
}

/** The texts of the launcher by language, one language a file of texts/. */
export async function launcherTexts() {
  const names = (await readdir(TEXTS)).filter((name) => name.endsWith(".json")).sort();
  const entries = names.map(async (name) => {
    const words = JSON.parse(await readFile(path.join(TEXTS, name), "utf8"));
    return [
      path.basename(name, ".json"),
      Object.fromEntries(LAUNCHER_KEYS.map((key) => [key, textOf(words, key, name)])),
    ];
  });
  return Object.fromEntries(await Promise.all(entries));
}

function textOf(words, key, file) {
  if (typeof words[key] === "string" && words[key] !== "") return words[key];
  throw new Error(`texts/${file} has no text "${key}"; add it.`);
}

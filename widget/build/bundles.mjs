/** Bundles the sources. */

import { createHash } from "node:crypto";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

import { launcherTexts, virtualModules } from "./virtual.mjs";

export const WIDGET = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** What stands in the launcher where the server writes its settings. */
const PLACE_OF_INSTALLATION = '"__CRYOBOT_INSTALLATION__"';

/**
 * Build both files.
 * @param baked what the launcher knows without a server
 * @returns {Promise<{files: Map<string, Buffer>, chat: string}>} contents by name, and which of them is the chat
 */
export async function buildFiles(baked) {
  const chatCode = await bundle("src/chat/index.ts", { format: "esm" });
  const chat = `chat-${createHash("sha256").update(chatCode).digest("hex").slice(0, 12)}.js`;
  const modules = { "virtual:baked": { ...baked, chat }, "virtual:launcher-texts": await launcherTexts() };
  const launcher = await bundle("src/launcher/index.ts", { format: "iife", plugins: [virtualModules(modules)] });
  const places = launcher.toString().split(PLACE_OF_INSTALLATION).length - 1;
  if (places !== 1) throw new Error(`widget.js has ${places} places for the installation; it must have one.`);
  return {
    files: new Map([
      ["widget.js", launcher],
      [chat, chatCode],
    ]),
    chat,
  };
}

async function bundle(entry, options) {
  const { outputFiles } = await build({
    ...options,
    entryPoints: [entry],
    absWorkingDir: WIDGET,
    bundle: true,
    minify: true,
    write: false,
    outfile: "bundle.js",
    platform: "browser",
    target: "es2020",
    // Plain ASCII: a page in another encoding reads the script in its own.
    charset: "ascii",
    legalComments: "eof",
    logLevel: "warning",
  });
  return Buffer.from(outputFiles[0].contents);
}

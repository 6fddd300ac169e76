/** Writes what was built. */

import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";

const CHAT = /^chat-[0-9a-f]+\.js$/;

/** Write files into a folder; chats of earlier builds are removed from it. */
export async function writeFiles(folder, files) {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) {
    if (CHAT.test(name) && !files.has(name)) await rm(path.join(folder, name));
  }
  for (const [name, content] of files) await writeFile(path.join(folder, name), content);
}

/** Bytes of each file as browsers get it. */
export function gzipSizes(files) {
  return Object.fromEntries([...files].map(([name, content]) => [name, gzipSync(content, { level: 9 }).length]));
}

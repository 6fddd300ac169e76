/** Runs the tests: each file of tests/ is bundled into a temporary folder and given to the test runner of Node.js. */

import { spawnSync } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { build } from "esbuild";

import { WIDGET } from "./bundles.mjs";

const folder = await mkdtemp(path.join(tmpdir(), "cryobot-widget-"));
try {
  const names = (await readdir(path.join(WIDGET, "tests"))).filter((name) => name.endsWith(".test.ts")).sort();
  await build({
    entryPoints: names.map((name) => path.join("tests", name)),
    absWorkingDir: WIDGET,
    bundle: true,
    inject: [path.join("tests", "support", "globals.ts")],
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    platform: "node",
    format: "esm",
    target: "node18",
    sourcemap: "inline",
    logLevel: "warning",
  });
  const built = names.map((name) => path.join(folder, name.replace(/\.ts$/, ".mjs")));
  const run = spawnSync(process.execPath, ["--enable-source-maps", "--test", "--test-reporter=spec", ...built], {
    cwd: WIDGET,
    stdio: "inherit",
  });
  process.exitCode = run.status ?? 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}

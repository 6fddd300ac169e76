import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";

const BAKED = {
  approved: {
    unavailable: { en: "In danger, call {emergency_number} \u2013 <now>." },
    greeting: [{ en: "This is {centre_name}." }],
    topics: { en: [{ title: "Marks", payload: "/skin-marks" }] },
    staffPayload: "/talk-to-staff",
  },
  defaults: {
    emergencyNumber: "112",
    centreName: "the centre",
    keepHours: 24,
    messageCharacters: 4000,
    timeoutSeconds: 12,
  },
};
const LAUNCHER_BYTES = 15_000;
const ALL_BYTES = 160_000;

interface Printed {
  readonly files: Readonly<Record<string, number>>;
  readonly chat: string;
}

let folder = "";
let printed: Printed;

function build(...options: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, ["build.mjs", ...options], { encoding: "utf8" });
}

function buildInto(name: string): Printed {
  const { status, stdout, stderr } = build(
    "--baked",
    path.join(folder, "baked.json"),
    "--output",
    path.join(folder, name),
  );
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout) as Printed;
}

function builtFile(folderName: string, name: string): string {
  return readFileSync(path.join(folder, folderName, name), "utf8");
}

before(() => {
  folder = mkdtempSync(path.join(tmpdir(), "cryobot-build-"));
  writeFileSync(path.join(folder, "baked.json"), JSON.stringify(BAKED));
  printed = buildInto("first");
});
after(() => rmSync(folder, { recursive: true, force: true }));

test("the build prints what it wrote, within the budget", () => {
  const { files, chat } = printed;
  assert.deepEqual(Object.keys(files).sort(), readdirSync(path.join(folder, "first")).sort());
  assert.deepEqual(Object.keys(files).sort(), [chat, "widget.js"].sort());
  assert.match(chat, /^chat-[0-9a-f]{12}\.js$/);
  const launcher = files["widget.js"] ?? Infinity;
  assert.ok(launcher <= LAUNCHER_BYTES, `${launcher} bytes`);
  assert.ok(launcher + (files[chat] ?? Infinity) <= ALL_BYTES);
});

test("the same sources give the same bytes, and chats of earlier builds are removed", () => {
  const old = path.join(folder, "second", "chat-0123456789ab.js");
  assert.deepEqual(buildInto("second"), printed);
  writeFileSync(old, "");
  assert.deepEqual(buildInto("second"), printed);
  for (const name of Object.keys(printed.files)) assert.equal(builtFile("second", name), builtFile("first", name));
  assert.deepEqual(readdirSync(path.join(folder, "second")).sort(), readdirSync(path.join(folder, "first")).sort());
});

test("the launcher has one place for the settings of a server, and knows the chat that belongs to it", () => {
  const launcher = builtFile("first", "widget.js");
  assert.equal(launcher.split('"__CRYOBOT_INSTALLATION__"').length, 2);
  assert.ok(launcher.includes(printed.chat));
});

test("the files are plain ASCII, run no text as code and know no address on the web", () => {
  for (const name of Object.keys(printed.files)) {
    const text = builtFile("first", name);
    assert.ok(/^[\x00-\x7f]*$/.test(text), name);
    assert.ok(!/\beval\(|new Function\b/.test(text), name);
    const addresses = text.match(/https?:\/\/[\w.-]+/g) ?? [];
    assert.deepEqual(
      addresses.filter((address) => address !== "http://www.w3.org"),
      [],
      name,
    );
  }
});

test("licences stand at the end, after all code", () => {
  const text = builtFile("first", printed.chat);
  const [code = "", ...licences] = text.split("/*! Bundled license information:");
  assert.ok(licences.length === 1 && /@license[\s\S]*SPDX-License-Identifier: BSD-3-Clause/.test(licences[0] ?? ""));
  assert.ok(!code.includes("@license"));
});

test("without its options the build says how it is called", () => {
  const { status, stderr } = build();
  assert.deepEqual([status, /Usage: node build\.mjs/.test(stderr)], [2, true]);
});

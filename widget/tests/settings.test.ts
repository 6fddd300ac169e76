import assert from "node:assert/strict";
import { test } from "node:test";

import { readSettings, type Settings, type Surroundings } from "../src/launcher/settings";

function settingsOf(
  attributes: Readonly<Record<string, string>>,
  changes: Partial<Surroundings> = {},
): { settings: Settings; warnings: string[] } {
  const warnings: string[] = [];
  const settings = readSettings((name) => attributes[name] ?? null, {
    script: "https://bot.example/widget.js",
    base: "https://centre.example/prices/",
    languages: ["nl-NL", "de-AT"],
    available: ["de", "en", "es", "fr"],
    isColor: (text) => text === "teal",
    warn: (message) => warnings.push(message),
    ...changes,
  });
  return { settings, warnings };
}

test("a script without attributes", () => {
  const { settings, warnings } = settingsOf({});
  assert.deepEqual(warnings, []);
  assert.deepEqual(settings, {
    title: null,
    color: null,
    language: "de",
    server: "https://bot.example",
    opensByItself: false,
  });
});

test("everything that can be asked for", () => {
  const { settings, warnings } = settingsOf({
    "data-title": " Ask us ",
    "data-color": "teal",
    "data-position": "left",
    "data-language": "fr-CA",
    "data-server": "http://other.example:5005/",
    "data-open": "",
  });
  assert.deepEqual(warnings, []);
  assert.deepEqual(settings, {
    title: "Ask us",
    color: "teal",
    language: "fr",
    server: "http://other.example:5005",
    opensByItself: true,
  });
});

test("what cannot be used is told and ignored", () => {
  const { settings, warnings } = settingsOf({
    "data-title": " ",
    "data-color": "url(x)",
    "data-position": "top",
    "data-language": "klingon",
    "data-server": "javascript:alert(1)",
  });
  const names = ["data-color", "data-position", "data-language", "data-server"];
  assert.deepEqual(warnings.map((warning) => names.find((name) => warning.includes(name))).sort(), [...names].sort());
  assert.deepEqual(settings, settingsOf({}).settings);
});

for (const [value, opens] of [
  ["", true],
  ["true", true],
  ["once", true],
  ["false", false],
  ["off", false],
  [" FALSE ", false],
] as const) {
  test(`data-open="${value}" ${opens ? "opens" : "does not open"} the chat`, () => {
    const { settings, warnings } = settingsOf({ "data-open": value });
    assert.equal(settings.opensByItself, opens);
    assert.deepEqual(warnings, []);
  });
}

for (const rest of ["/chat", "/chat/widget.js", "/?page=1", "/#chat"]) {
  test(`of a server's address with ${rest} the origin is used, and whoever builds the page is told`, () => {
    const { settings, warnings } = settingsOf({ "data-server": `https://other.example${rest}` });
    assert.equal(settings.server, "https://other.example");
    assert.equal(warnings.length, 1);
    assert.match(warnings[0] ?? "", /data-server/);
  });
}

test("a server's address may end in a slash", () => {
  assert.deepEqual(settingsOf({ "data-server": "https://other.example/" }).warnings, []);
});

test("without an address of the script the page's own server is asked", () => {
  assert.equal(settingsOf({}, { script: null }).settings.server, "https://centre.example");
  assert.equal(settingsOf({ "data-server": "/" }).settings.server, "https://centre.example");
  assert.equal(settingsOf({ "data-server": "http://[" }).settings.server, "https://bot.example");
});

test("a page without a language is in that of the browser, or English", () => {
  assert.equal(settingsOf({}, { languages: ["", "es"] }).settings.language, "es");
  assert.equal(settingsOf({}, { languages: ["", undefined] }).settings.language, "en");
});

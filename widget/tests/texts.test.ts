import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";

import en from "../texts/en.json";
import { around, fill, wordsIn } from "../src/chat/words";

const LANGUAGES = readdirSync("texts").map((name) => path.basename(name, ".json"));
const KEYS = Object.keys(en) as (keyof typeof en)[];

const placeholdersOf = (text: string): readonly string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([found]) => found).sort();

test("the interface speaks four languages", () => {
  assert.deepEqual([...LANGUAGES].sort(), ["de", "en", "es", "fr"]);
});

for (const language of LANGUAGES) {
  test(`${language} has the same texts as en, with the same placeholders, none empty`, () => {
    const words = wordsIn(language);
    assert.deepEqual(Object.keys(words).sort(), [...KEYS].sort());
    for (const key of KEYS) {
      assert.ok(words[key].trim() !== "" && words[key] === words[key].trim(), key);
      assert.deepEqual(placeholdersOf(words[key]), placeholdersOf(en[key]), key);
    }
  });

  test(`${language} has words of its own and no markup`, () => {
    const words = wordsIn(language);
    assert.doesNotMatch(Object.values(words).join("\n"), /[<>]|\.\.\.|['"]/);
    if (language !== "en") assert.notEqual(words.intro, en.intro);
  });
}

test("what is said of a failure names no fault of the visitor", () => {
  assert.doesNotMatch(wordsIn("en").failure_limit, /\byou/i);
  assert.doesNotMatch(wordsIn("de").failure_limit, /\bsie haben\b/i);
  assert.doesNotMatch(wordsIn("fr").failure_limit, /\bvous\b/i);
  assert.doesNotMatch(wordsIn("es").failure_limit, /\bha enviado\b/i);
});

test("a language without texts gets those in English", () => {
  assert.equal(wordsIn("nl"), wordsIn("en"));
});

test("every text is used", () => {
  const source = filesIn("src").map((file) => readFileSync(file, "utf8")).join("\n");
  for (const key of KEYS) assert.match(source, new RegExp(`\\.${key}\\b|"${key}"|\\b${key}[,:]`), key);
});

test("values take the place of their placeholders, and other braces stay", () => {
  assert.equal(fill("Call {number} {now}", { number: "112" }), "Call 112 {now}");
  assert.equal(fill("{a}{b}", { a: "{b}", b: "$&" }), "{b}$&");
});

test("a text is taken apart at a placeholder", () => {
  assert.deepEqual(around("Source: {sections}.", "sections"), ["Source: ", "."]);
  assert.deepEqual(around("Nothing", "sections"), ["Nothing", ""]);
});

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const inside = path.join(folder, entry.name);
    return entry.isDirectory() ? filesIn(inside) : [inside];
  });
}

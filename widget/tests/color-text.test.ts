import assert from "node:assert/strict";
import { test } from "node:test";

import { isColor } from "../src/color-text";

test("what takes its colour from the page around is none", (context) => {
  // Browsers take every one of these for a colour.
  (globalThis as { CSS?: unknown }).CSS = { supports: () => true };
  context.after(() => delete (globalThis as { CSS?: unknown }).CSS);
  const borrowed = ["inherit", " Unset", "currentColor", "var(--x)", "rgb(var(--r) 0 0)", "color-mix(in srgb, currentcolor, red)"];
  assert.deepEqual(borrowed.filter(isColor), []);
  assert.deepEqual(["teal", "#0b5f78", "rgb(1 2 3)", "oklch(60% 0.1 200)"].map(isColor), [true, true, true, true]);
});

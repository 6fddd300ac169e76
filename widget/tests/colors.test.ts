import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import {
  BLACK,
  contrast,
  foregroundOn,
  LINE_CONTRAST,
  readColor,
  shadeOn,
  TEXT_CONTRAST,
  toCss,
  WHITE,
} from "../src/chat/colors";

const part = fc.integer({ min: 0, max: 255 });
const color = fc.record({ red: part, green: part, blue: part }, { noNullPrototype: true });

test("contrast is that of WCAG", () => {
  assert.equal(contrast(BLACK, WHITE), 21);
  assert.equal(contrast(WHITE, WHITE), 1);
  assert.equal(contrast({ red: 118, green: 118, blue: 118 }, WHITE).toFixed(2), "4.54");
});

test("contrast does not depend on the order", () => {
  fc.assert(fc.property(color, color, (one, other) => contrast(one, other) === contrast(other, one)));
});

test("what stands on any colour can be read", () => {
  fc.assert(
    fc.property(color, (background) => contrast(foregroundOn(background), background) >= TEXT_CONTRAST),
    { numRuns: 2000 },
  );
});

test("a shade of any colour can be read on any background", () => {
  const wanted = fc.constantFrom(LINE_CONTRAST, TEXT_CONTRAST);
  fc.assert(
    fc.property(color, color, wanted, (accent, background, least) => {
      assert.ok(contrast(shadeOn(accent, background, least), background) >= least);
    }),
    { numRuns: 2000 },
  );
});

test("a colour that can be read is left as it is", () => {
  fc.assert(
    fc.property(color, color, (accent, background) => {
      fc.pre(contrast(accent, background) >= TEXT_CONTRAST);
      assert.deepEqual(shadeOn(accent, background, TEXT_CONTRAST), accent);
    }),
  );
});

test("where no shade has the contrast asked for, the better of black and white is given", () => {
  assert.deepEqual(shadeOn(WHITE, { red: 119, green: 119, blue: 119 }, 7), BLACK);
});

test("computed colours are read in every way that browsers write them", () => {
  const expected = { red: 11, green: 95, blue: 120 };
  for (const text of [
    "rgb(11, 95, 120)",
    "rgb(11 95 120)",
    "rgba(11, 95, 120, 0.5)",
    "rgb(11 95 120 / 0.5)",
    "color(srgb 0.0431 0.3725 0.4706)",
    "color(srgb 0.0431 0.3725 0.4706 / 0.9)",
  ]) {
    assert.deepEqual(readColor(text), expected, text);
  }
});

test("parts of a colour outside its range are brought back into it", () => {
  assert.deepEqual(readColor("color(srgb 1.2 -0.1 0.5)"), { red: 255, green: 0, blue: 128 });
});

test("what is no colour that can be seen is not read", () => {
  const others = ["", "red", "rgba(0, 0, 0, 0)", "rgb(none 1 2)", "color(display-p3 1 0 0)", "rgb(1, 2)", "rgb(1,2,3"];
  for (const text of others) {
    assert.equal(readColor(text), null, text);
  }
});

test("reading never fails, and gives back what was written", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      readColor(text);
    }),
  );
  fc.assert(
    fc.property(color, (one) => {
      assert.match(toCss(one), /^#[0-9a-f]{6}$/);
      assert.deepEqual(readColor(`rgb(${one.red}, ${one.green}, ${one.blue})`), one);
    }),
  );
});

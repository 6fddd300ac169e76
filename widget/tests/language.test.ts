import assert from "node:assert/strict";
import { test } from "node:test";

import { chooseLanguage, languageOf } from "../src/language";

const AVAILABLE = ["de", "en", "es", "fr"];

test("the first wish with texts is taken", () => {
  assert.equal(chooseLanguage(["fr", "de"], AVAILABLE), "fr");
  assert.equal(chooseLanguage([null, "", "nl", "es-MX"], AVAILABLE), "es");
});

test("regions and capitals do not matter", () => {
  assert.equal(languageOf(" de-AT ", AVAILABLE), "de");
  assert.equal(languageOf("FR_ca", AVAILABLE), "fr");
});

test("without a wish that can be met it is English", () => {
  assert.equal(chooseLanguage([undefined, "x", "english", "constructor"], AVAILABLE), "en");
  assert.equal(languageOf("english", AVAILABLE), null);
});

import assert from "node:assert/strict";
import { test } from "node:test";

import { type Baked, installationOf } from "../src/launcher/installation";

const BAKED: Baked = {
  approved: {
    unavailable: { en: "In danger, call {emergency_number}, says {centre_name}." },
    greeting: [{ en: "This is {centre_name}.", fr: "Voici {centre_name}." }],
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
  chat: "chat-0123456789ab.js",
};

test("a script that no server wrote its settings into goes by what was baked in", () => {
  assert.deepEqual(installationOf("__PLACE__", BAKED), {
    ...BAKED.defaults,
    approved: {
      ...BAKED.approved,
      unavailable: { en: "In danger, call 112, says the centre." },
      greeting: [{ en: "This is the centre.", fr: "Voici the centre." }],
    },
    chat: "chat-0123456789ab.js",
  });
});

test("what the server wrote goes as it is", () => {
  const written = { ...installationOf("", BAKED), emergencyNumber: "999", chat: "/chat-1.js" };
  assert.deepEqual(installationOf(written, BAKED), written);
});

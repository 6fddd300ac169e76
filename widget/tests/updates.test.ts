import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { ServerFailure } from "../src/server/chat-server";
import { readReplies } from "../src/server/replies";
import { readUpdates } from "../src/server/updates";

const PERSON = { id: 7, at: "2026-11-22T10:00:00Z", author: "Maria", text: "Which leg?", metadata: null };
const NOTICE = { id: 6, at: "2026-11-22T09:59:00Z", author: null, text: "Joined.", metadata: { language: "en" } };

function bodyOf(changes: object = {}): string {
  return JSON.stringify({ state: "person", messages: [PERSON, NOTICE], next_seconds: 3, contact: null, ...changes });
}

test("what the desk wrote is read in the order of its numbers", () => {
  assert.deepEqual(readUpdates(bodyOf()), {
    standing: "person",
    written: [
      { number: 6, author: null, text: "Joined.", language: "en" },
      { number: 7, author: "Maria", text: "Which leg?", language: null },
    ],
    nextSeconds: 3,
    contact: null,
  });
});

test("messages that cannot be shown are left out, and the others stay", () => {
  const wrong = [
    { ...PERSON, id: 0 },
    { ...PERSON, id: "7" },
    { ...PERSON, text: "  " },
    { ...PERSON, author: 4 },
    { ...NOTICE, metadata: null },
    { ...NOTICE, metadata: { language: "<b>" } },
    null,
  ];
  assert.deepEqual(readUpdates(bodyOf({ messages: [...wrong, PERSON] })).written.map(({ number }) => number), [7]);
});

test("the server is asked neither at once nor after a day", () => {
  assert.equal(readUpdates(bodyOf({ next_seconds: 0 })).nextSeconds, 1);
  assert.equal(readUpdates(bodyOf({ next_seconds: 86_400 })).nextSeconds, 60);
  assert.equal(readUpdates(bodyOf({ next_seconds: null })).nextSeconds, null);
  assert.equal(readUpdates(bodyOf({ next_seconds: "3" })).nextSeconds, null);
});

test("any body gives updates or the failure that says so", () => {
  const anything = fc.oneof(
    fc.json(),
    fc.string(),
    fc.record({ state: fc.constantFrom("person", "x"), messages: fc.anything() }).map((body) => JSON.stringify(body)),
  );
  fc.assert(
    fc.property(anything, (body) => {
      try {
        readUpdates(body);
      } catch (error) {
        assert.ok(error instanceof ServerFailure && error.reason === "reply", String(error));
      }
    }),
  );
});

test("a message may stay without replies only while a person reads it", () => {
  assert.deepEqual(readReplies('{"replies": [], "state": "person"}'), []);
  for (const state of ["assistant", "waiting", "nobody"]) {
    assert.throws(() => readReplies(`{"replies": [], "state": "${state}"}`), ServerFailure);
  }
});

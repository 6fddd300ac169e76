import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { ServerFailure } from "../src/server/chat-server";
import { readReplies } from "../src/server/replies";
import { onTheWire, REPLY } from "./support/samples";

function bodyOf(...replies: readonly unknown[]): string {
  return JSON.stringify({ replies });
}

function failureOf(body: string): ServerFailure {
  try {
    readReplies(body);
  } catch (error) {
    assert.ok(error instanceof ServerFailure);
    assert.equal(error.reason, "reply");
    return error;
  }
  return assert.fail("The body was taken.");
}

test("replies are read as they were sent, in order", () => {
  const second = { ...REPLY, guidanceId: "overall-safety", escalation: "none" as const };
  assert.deepEqual(readReplies(bodyOf(onTheWire(REPLY), onTheWire(second))), [REPLY, second]);
});

test("fields that are not known are left out", () => {
  const wire = { ...onTheWire(REPLY), html: "<b>bold</b>", attachment: { type: "image" } };
  assert.deepEqual(readReplies(bodyOf(wire)), [REPLY]);
});

test("buttons that do not send one of our payloads are dropped", () => {
  const [right] = REPLY.buttons;
  const wrong = [
    { title: "Run", payload: "javascript:alert(1)" },
    { title: "Web", payload: "https://example.com/" },
    { title: "Slot", payload: '/inform{"name":"x"}' },
    { title: "Line", payload: "/skin-check\n" },
    { title: "", payload: "/skin-check" },
    { title: 4, payload: "/skin-check" },
    { payload: "/skin-check" },
    "/skin-check",
    null,
  ];
  assert.deepEqual(readReplies(bodyOf({ ...onTheWire(REPLY), buttons: [...wrong, right] })), [REPLY]);
});

test("a reply with anything else wrong in it is not usable", () => {
  const wire = onTheWire(REPLY);
  const changed = (changes: object): object => ({ ...wire, metadata: { ...(wire.metadata as object), ...changes } });
  const wrong = [
    { ...wire, text: "" },
    { ...wire, text: ["a"] },
    { ...wire, buttons: undefined },
    { ...wire, metadata: null },
    changed({ escalation: "police" }),
    changed({ escalation: "toString" }),
    changed({ basis: "rumour" }),
    changed({ guidance_id: "skin marks" }),
    changed({ guidance_id: undefined }),
    changed({ version: 5 }),
    changed({ language: "english" }),
    changed({ sections: [{}] }),
    changed({ reviewed_on: "20 November 2026" }),
    changed({ reviewed_on: "2026-13-45" }),
  ];
  for (const reply of wrong) assert.deepEqual(failureOf(bodyOf(reply)).replies, [], JSON.stringify(reply));
});

test("an escalation is not lost with a broken reply next to it", () => {
  assert.deepEqual(failureOf(bodyOf(onTheWire(REPLY), { text: 1 })).replies, [REPLY]);
});

test("what is no list of replies is refused", () => {
  for (const body of ["", "null", "[]", "{}", '{"replies": []}', '{"replies": {}}', "<html>", '{"replies": [{"text"'])
    failureOf(body);
  failureOf(bodyOf(...Array<unknown>(21).fill(onTheWire(REPLY))));
});

test("any body gives replies or the failure that says so", () => {
  const anything = fc.oneof(
    fc.string(),
    fc.json(),
    fc.array(fc.anything()).map((replies) => JSON.stringify({ replies }) ?? ""),
    fc.array(fc.oneof(fc.constant(onTheWire(REPLY)), mutated())).map((replies) => bodyOf(...replies)),
  );
  fc.assert(
    fc.property(anything, (body) => {
      try {
        assert.ok(readReplies(body).length > 0);
      } catch (error) {
        assert.ok(error instanceof ServerFailure, String(error));
      }
    }),
  );
});

/** Right replies with one field that is anything. */
function mutated(): fc.Arbitrary<unknown> {
  const wire = onTheWire(REPLY);
  const metadata = wire.metadata as object;
  return fc.oneof(
    fc.tuple(fc.constantFrom(...Object.keys(wire)), fc.jsonValue()).map(([key, value]) => ({ ...wire, [key]: value })),
    fc
      .tuple(fc.constantFrom(...Object.keys(metadata)), fc.jsonValue())
      .map(([key, value]) => ({ ...wire, metadata: { ...metadata, [key]: value } })),
  );
}

import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { isId, newId, uuidOf } from "../src/id";

test("new ids are UUIDs of version 4 and never the same", () => {
  const ids = Array.from({ length: 200 }, newId);
  assert.ok(ids.every(isId));
  assert.equal(new Set(ids).size, ids.length);
});

test("any 16 random bytes make a UUID that keeps their randomness", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
      const id = uuidOf(bytes);
      assert.ok(isId(id));
      const digits = id.replaceAll("-", "");
      const same = Array.from(bytes).filter(
        (byte, at) => digits.slice(2 * at, 2 * at + 2) === byte.toString(16).padStart(2, "0"),
      );
      assert.ok(same.length >= 14);
    }),
  );
});

test("what is no id is none", () => {
  for (const text of ["", "anna", "0f5b2c1e-8a7d-1c3b-9e21-5d6f7a8b9c0d", `${newId()} `, 4, null, undefined]) {
    assert.equal(isId(text), false);
  }
});

import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import type { Message } from "../src/conversation/message";
import { isSame, merged, nextTime } from "../src/conversation/transcript";
import { answer, question, someMessages, transcript } from "./support/samples";

function idsOf(messages: readonly Message[]): readonly string[] {
  return [...new Set(messages.map((message) => message.id))].sort();
}

test("merging loses no message and adds none", () => {
  fc.assert(
    fc.property(someMessages, someMessages, (one, other) => {
      assert.deepEqual(idsOf(merged(one, other)), idsOf([...one, ...other]));
      assert.equal(merged(one, other).length, idsOf([...one, ...other]).length);
    }),
  );
});

test("it does not matter in which order, how often or in which groups tabs merge", () => {
  fc.assert(
    fc.property(someMessages, someMessages, someMessages, (one, two, three) => {
      const expected = transcript(merged(merged(one, two), three));
      assert.ok(isSame(transcript(merged(one, merged(two, three))), expected));
      assert.ok(isSame(transcript(merged(merged(three, one), two)), expected));
      assert.ok(isSame(transcript(merged(expected.messages, expected.messages)), expected));
      assert.ok(isSame(transcript(merged(expected.messages, two)), expected));
    }),
  );
});

test("the later state of a question counts", () => {
  const waiting = question();
  const failed = question({ state: "failed", failure: "timeout" });
  const answered = question({ state: "answered" });
  const again = question({ at: 5000 });
  assert.deepEqual(merged([failed], [waiting]), [failed]);
  assert.deepEqual(merged([failed], [answered]), [answered]);
  assert.deepEqual(merged([again], [failed]), [again]);
});

test("the later rating counts, even back to none", () => {
  const helpful = answer({ rating: "helpful", ratedAt: 10 });
  const notHelpful = answer({ rating: "not-helpful", ratedAt: 11 });
  const takenBack = answer({ rating: null, ratedAt: 12 });
  assert.deepEqual(merged([helpful], [answer()]), [helpful]);
  assert.deepEqual(merged([notHelpful], [helpful]), [notHelpful]);
  assert.deepEqual(merged([notHelpful], [takenBack]), [takenBack]);
});

test("answers follow their question, in their order, even when the next one was asked before they came", () => {
  const first = question({ id: "b", at: 1 });
  const second = question({ id: "a", at: 2 });
  const answers = Array.from({ length: 11 }, (_, number) => answer({ id: `b.${number}`, answers: "b", at: 3 }));
  assert.deepEqual(
    merged([second, ...answers].reverse(), [first]).map((message) => message.id),
    ["b", ...answers.map(({ id }) => id), "a"],
  );
});

test("a question comes after all others whatever the clock says", () => {
  assert.equal(nextTime([], 500), 500);
  assert.equal(nextTime([question({ at: 1000 }), answer({ at: 9000 })], 500), 1001);
  assert.equal(nextTime([question({ at: 1000 })], 3000), 3000);
});

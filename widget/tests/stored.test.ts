import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { readTranscript, writeTranscript } from "../src/conversation/stored";
import { merged, MOST_MESSAGES } from "../src/conversation/transcript";
import { answer, question, someMessages, transcript } from "./support/samples";

test("what is written is read again", () => {
  fc.assert(
    fc.property(someMessages, (messages) => {
      const written = transcript(merged(messages, []));
      assert.deepEqual(readTranscript(writeTranscript(written)), written);
    }),
  );
});

test("any text is read or ignored, and what is read can be kept", () => {
  const changedText = fc.tuple(someMessages, fc.nat(), fc.string()).map(([messages, at, text]) => {
    const right = writeTranscript(transcript(messages));
    return right.slice(0, at % right.length) + text + right.slice((at % right.length) + text.length);
  });
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), changedText), (text) => {
      const read = readTranscript(text);
      if (read !== null) assert.deepEqual(readTranscript(writeTranscript(read)), read);
    }),
  );
});

test("messages with any field changed are read or left out", () => {
  const message = fc.constantFrom<object>(question(), answer());
  const changed = fc
    .tuple(message, fc.string(), fc.jsonValue())
    .chain(([right, other, value]) =>
      fc.constantFrom(...Object.keys(right), other).map((key) => ({ ...right, [key]: value })),
    );
  fc.assert(
    fc.property(fc.array(fc.oneof(changed, fc.jsonValue())), (messages) => {
      const read = readTranscript(JSON.stringify({ ...transcript([]), messages }));
      assert.ok(read !== null && read.messages.length <= messages.length);
    }),
  );
});

test("a damaged message does not take the others with it", () => {
  const messages = [
    question({ state: "answered" }),
    { ...question(), id: 4 },
    answer(),
    { ...answer(), id: "x", escalation: "?" },
  ];
  const read = readTranscript(JSON.stringify({ ...transcript([]), messages }));
  assert.deepEqual(read?.messages, [question({ state: "answered" }), answer()]);
});

test("payloads in the storage are checked like those of the server", () => {
  const hostile = answer({ buttons: [{ title: "Run", payload: "javascript:alert(1)" }] });
  assert.deepEqual(readTranscript(writeTranscript(transcript([hostile])))?.messages, [answer({ buttons: [] })]);
});

test("more messages than are kept are cut before a question", () => {
  const many = Array.from({ length: MOST_MESSAGES }, (_, at) => [
    question({ id: `q${at}`, at, state: "answered" }),
    answer({ id: `q${at}.0`, answers: `q${at}` }),
    answer({ id: `q${at}.1`, answers: `q${at}` }),
  ]).flat();
  const read = readTranscript(writeTranscript(transcript(many)))?.messages ?? [];
  assert.equal(read[0]?.kind, "question");
  assert.ok(read.length <= MOST_MESSAGES && read.length > MOST_MESSAGES - 3);
  assert.equal(read.at(-1)?.id, `q${MOST_MESSAGES - 1}.1`);
});

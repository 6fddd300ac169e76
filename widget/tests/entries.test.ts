import assert from "node:assert/strict";
import { test } from "node:test";

import { entriesOf } from "../src/chat/entries";
import type { Answer, Question } from "../src/conversation/message";
import { deskMessage } from "./support/samples";

const question = (id: string, state: Question["state"] = "answered"): Question => {
  const failure = state === "failed" ? "server" : null;
  return { kind: "question", id, at: 1, text: id, message: id, state, failure, retryAt: null };
};

const answer = (id: string, answers: string): Answer => ({
  kind: "answer",
  id,
  at: 2,
  answers,
  rating: null,
  ratedAt: null,
  text: "An approved text.",
  language: "en",
  guidanceId: "skin-check",
  escalation: "none",
  basis: "article",
  sections: [],
  reviewedOn: "2026-11-20",
  version: "1",
  buttons: [],
});

const summary = (messages: Parameters<typeof entriesOf>[0]): readonly string[] =>
  entriesOf(messages).map((entry) => {
    if (entry.kind === "desk") return `desk ${entry.message.number}`;
    return `${entry.kind} ${entry.kind === "answer" ? entry.answer.id : entry.question.id}`;
  });

test("messages stand in their order", () => {
  const messages = [question("a"), answer("1", "a"), answer("2", "a"), question("b", "waiting")];
  assert.deepEqual(summary(messages), ["question a", "answer 1", "answer 2", "question b"]);
});

test("a card stands below a failed question, and below what was answered before it failed", () => {
  const messages = [question("a", "failed"), answer("1", "a"), question("b", "failed"), question("c")];
  assert.deepEqual(summary(messages), ["question a", "answer 1", "failure a", "question b", "failure b", "question c"]);
});

test("only the last card says in full what to do", () => {
  const entries = entriesOf([question("a", "failed"), question("b", "failed"), question("c"), answer("1", "c")]);
  const latest = entries.flatMap((entry) => (entry.kind === "failure" ? [entry.latest] : []));
  assert.deepEqual(latest, [false, true]);
});

test("only the answers to the last question are those to go on with", () => {
  const entries = entriesOf([question("a"), answer("1", "a"), question("b"), answer("2", "b"), answer("3", "b")]);
  const latest = entries.flatMap((entry) => (entry.kind === "answer" ? [entry.latest] : []));
  assert.deepEqual(latest, [false, true, true]);
});

test("keys are all different, and a question that is asked again gets a new one", () => {
  const first = question("a", "failed");
  const keys = entriesOf([first, answer("1", "a")]).map(({ key }) => key);
  assert.equal(new Set(keys).size, keys.length);
  assert.notEqual(entriesOf([{ ...first, at: 5 }])[0]?.key, keys[0]);
});

test("an answer whose question is gone is still shown", () => {
  assert.deepEqual(summary([answer("1", "gone")]), ["answer 1"]);
});

test("a question that a person reads is marked as passed on, one that the bot answered is not", () => {
  const entries = entriesOf([question("a"), answer("1", "a"), question("b"), deskMessage(), question("c", "waiting")]);
  const passedOn = entries.flatMap((entry) => (entry.kind === "question" && entry.passedOn ? [entry.question.id] : []));
  assert.deepEqual(passedOn, ["b"]);
  assert.deepEqual(entries.map(({ kind }) => kind), ["question", "answer", "question", "desk", "question"]);
});

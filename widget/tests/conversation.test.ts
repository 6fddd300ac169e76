import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";

import type { Conversation } from "../src/conversation/conversation";
import type { Answer, Question } from "../src/conversation/message";
import { ServerFailure } from "../src/server/chat-server";
import { shownIn, Visit } from "./support/conversations";
import { REPLY, UNAVAILABLE } from "./support/samples";
import { ScriptedServer, settled } from "./support/scripted-server";

const SAFETY = { ...REPLY, guidanceId: "overall-safety", escalation: "none" as const };

function begin(context: TestContext): {
  server: ScriptedServer;
  visit: Visit;
  conversation: Conversation;
  heard: unknown[];
} {
  const server = new ScriptedServer();
  const visit = new Visit(server);
  context.after(() => visit.end());
  const conversation = visit.open();
  const heard: unknown[] = [];
  conversation.addEventListener("answer", (event) => heard.push((event as CustomEvent<Answer>).detail.guidanceId));
  conversation.addEventListener("failure", (event) => heard.push((event as CustomEvent<unknown>).detail));
  return { server, visit, conversation, heard };
}

test("a question is asked and answered", async (context) => {
  const { server, conversation, heard } = begin(context);
  let changes = 0;
  conversation.addEventListener("change", () => (changes += 1));
  const asked = conversation.ask("Is it safe?");
  assert.equal(conversation.waiting, true);
  assert.deepEqual(shownIn(conversation), ["Is it safe?: waiting"]);
  await settled();
  await server.asked[0]?.answer(SAFETY, REPLY);
  await asked;
  assert.equal(conversation.waiting, false);
  assert.deepEqual(shownIn(conversation), ["Is it safe?: answered", "> overall-safety", "> skin-marks"]);
  assert.deepEqual(heard, ["overall-safety", "skin-marks"]);
  assert.equal(changes, 2);
});

test("a button sends its payload and shows its title", async (context) => {
  const { server, conversation } = begin(context);
  void conversation.ask("/skin-check", "Check my skin");
  await settled();
  assert.equal(server.asked[0]?.message, "/skin-check");
  assert.deepEqual(shownIn(conversation), ["Check my skin: waiting"]);
});

test("nothing is asked without words", async (context) => {
  const { server, conversation } = begin(context);
  await conversation.ask(" \n");
  assert.deepEqual([conversation.messages, server.asked], [[], []]);
});

test("messages are sent one after the other, in the order they were asked", async (context) => {
  const { server, conversation } = begin(context);
  for (const words of ["one", "two", "three"]) void conversation.ask(words);
  await settled();
  for (const sent of [1, 2, 3]) {
    assert.equal(server.asked.length, sent);
    await server.asked[sent - 1]?.answer();
  }
  assert.deepEqual(
    server.asked.map(({ message }) => message),
    ["one", "two", "three"],
  );
  assert.equal(new Set(server.asked.map((asked) => asked.conversation)).size, 1);
});

test("a question that fails is kept, and the next one is sent all the same", async (context) => {
  const { server, conversation, heard } = begin(context);
  const first = conversation.ask("one");
  void conversation.ask("two");
  await settled();
  await server.asked[0]?.fail(new ServerFailure("timeout"));
  await first;
  await server.asked[1]?.answer();
  assert.deepEqual(shownIn(conversation), ["one: timeout", "two: answered", "> skin-marks"]);
  assert.deepEqual(heard, [{ reason: "timeout" }, "skin-marks"]);
});

test("a limit says when the server takes messages again", async (context) => {
  const { server, visit, conversation } = begin(context);
  void conversation.ask("one");
  await settled();
  await server.asked[0]?.fail(new ServerFailure("limit", 20));
  const [question] = conversation.messages as readonly Question[];
  assert.deepEqual([question?.failure, question?.retryAt], ["limit", visit.clock.time + 20_000]);
});

test("a failed question is asked again, as it was, at the end", async (context) => {
  const { server, conversation } = begin(context);
  void conversation.ask("/skin-check", "Check my skin");
  void conversation.ask("two");
  await settled();
  await server.asked[0]?.fail(new ServerFailure("limit", 20));
  await server.asked[1]?.answer();
  const [failed] = conversation.messages as readonly Question[];
  void conversation.retry(failed?.id ?? "");
  assert.deepEqual(shownIn(conversation), ["two: answered", "> skin-marks", "Check my skin: waiting"]);
  await settled();
  assert.equal(server.asked[2]?.message, "/skin-check");
  await server.asked[2]?.answer(SAFETY);
  const [, , again] = conversation.messages as readonly Question[];
  assert.deepEqual(shownIn(conversation).slice(2), ["Check my skin: answered", "> overall-safety"]);
  assert.equal(again?.retryAt, null);
});

test("only what failed is asked again", async (context) => {
  const { server, conversation } = begin(context);
  void conversation.ask("one");
  await settled();
  const [question] = conversation.messages;
  await conversation.retry(question?.id ?? "");
  await conversation.retry("unknown");
  assert.equal(server.asked.length, 1);
});

test("that the server failed is no answer, but what it answered besides is", async (context) => {
  const { server, conversation, heard } = begin(context);
  void conversation.ask("one");
  await settled();
  await server.asked[0]?.answer(REPLY, UNAVAILABLE);
  assert.deepEqual(shownIn(conversation), ["one: server", "> skin-marks"]);
  assert.deepEqual(heard, ["skin-marks", { reason: "server" }]);
});

test("an answer to a repeated question takes the place of what was answered before", async (context) => {
  const { server, visit, conversation } = begin(context);
  void conversation.ask("one");
  await settled();
  await server.asked[0]?.answer(REPLY, UNAVAILABLE);
  visit.clock.time += 1;
  void conversation.retry(conversation.messages[0]?.id ?? "");
  await settled();
  await server.asked[1]?.answer(SAFETY, REPLY);
  assert.deepEqual(shownIn(conversation), ["one: answered", "> overall-safety", "> skin-marks"]);
});

test("what could be read of a broken answer is kept", async (context) => {
  const { server, conversation } = begin(context);
  void conversation.ask("one");
  await settled();
  await server.asked[0]?.fail(new ServerFailure("reply", null, [REPLY]));
  assert.deepEqual(shownIn(conversation), ["one: reply", "> skin-marks"]);
});

test("an error of our own ends the waiting too", async (context) => {
  const { server, conversation } = begin(context);
  void conversation.ask("one");
  await settled();
  await server.asked[0]?.fail(new RangeError("a mistake"));
  assert.deepEqual(shownIn(conversation), ["one: server"]);
});

test("an answer is rated, and rated differently", async (context) => {
  const { server, conversation } = begin(context);
  void conversation.ask("/skin-check", "Check my skin");
  await settled();
  await server.asked[0]?.answer();
  const id = conversation.messages[1]?.id ?? "";
  await conversation.rate(id, true);
  await conversation.rate(id, false);
  await conversation.rate("unknown", false);
  const rating = { guidanceId: "skin-marks", version: REPLY.version, question: "Check my skin" };
  const { conversation: name } = server.asked[0] ?? {};
  assert.deepEqual(server.ratings, [
    { ...rating, conversation: name, helpful: true },
    { ...rating, conversation: name, helpful: false },
  ]);
  assert.equal((conversation.messages[1] as Answer).rating, "not-helpful");
});

test("a rating that the server did not get is taken back", async (context) => {
  const { server, conversation } = begin(context);
  void conversation.ask("one");
  await settled();
  await server.asked[0]?.answer();
  const id = conversation.messages[1]?.id ?? "";
  await conversation.rate(id, true);
  server.down = true;
  await conversation.rate(id, false);
  assert.equal((conversation.messages[1] as Answer).rating, "helpful");
});

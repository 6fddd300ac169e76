import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";

import type { Conversation } from "../src/conversation/conversation";
import type { Updates } from "../src/server/chat-server";
import { shownIn, Visit } from "./support/conversations";
import { REPLY } from "./support/samples";
import { ScriptedServer, settled } from "./support/scripted-server";
import { holdTimers } from "./support/timers";

const PERSON = { number: 2, author: "Maria", text: "Which leg?", language: null };
const NOTICE = { number: 1, author: null, text: "Somebody has joined.", language: "en" };
const WITH_PERSON: Updates = { standing: "person", written: [NOTICE, PERSON], nextSeconds: 3, contact: null };

/** A visitor, a server, and a clock that a test moves on. */
class Stage {
  readonly server = new ScriptedServer();
  readonly visit = new Visit(this.server);

  constructor(private readonly context: TestContext) {
    holdTimers(context);
    context.after(() => this.visit.end());
  }

  /** A conversation in which the visitor was sent to a dermatologist. */
  async escalated(): Promise<Conversation> {
    const conversation = this.visit.open();
    void conversation.ask("a blister");
    await settled();
    await this.server.asked.at(-1)?.answer();
    return conversation;
  }

  async wait(seconds: number): Promise<void> {
    this.context.mock.timers.tick(seconds * 1000);
    await settled();
  }
}

test("nobody asks the desk about a conversation that staff do not see", async (context) => {
  const stage = new Stage(context);
  const { server, visit } = stage;
  const conversation = visit.open();
  void conversation.ask("is it safe");
  await settled();
  await server.asked[0]?.answer({ ...REPLY, guidanceId: "overall-safety", escalation: "none" });
  await stage.wait(600);
  assert.deepEqual(server.looked, []);
});

test("what a person writes stands in the conversation, once, and the page is told", async (context) => {
  const stage = new Stage(context);
  const { server } = stage;
  server.updatesNow = WITH_PERSON;
  const conversation = await stage.escalated();
  let told = 0;
  conversation.addEventListener("staff", () => (told += 1));
  assert.equal(conversation.standing, "person");
  assert.deepEqual(shownIn(conversation).slice(2), ["< notice: Somebody has joined.", "< Maria: Which leg?"]);
  server.updatesNow = { ...WITH_PERSON, written: [PERSON, { ...PERSON, number: 3, text: "Please come by." }] };
  await stage.wait(3);
  assert.deepEqual(shownIn(conversation).slice(3), ["< Maria: Which leg?", "< Maria: Please come by."]);
  assert.equal(told, 1);
  assert.deepEqual(server.looked.map(([, after]) => after), [0, 2]);
});

test("the desk is asked no more when nothing is to come, and again after the next message", async (context) => {
  const stage = new Stage(context);
  const { server } = stage;
  const conversation = await stage.escalated();
  await stage.wait(600);
  assert.equal(server.looked.length, 1);
  void conversation.ask("thanks");
  await settled();
  await server.asked.at(-1)?.answer({ ...REPLY, guidanceId: "thanks", escalation: "none" });
  assert.equal(server.looked.length, 2);
});

test("a server that does not answer is asked again, and what is known stays", async (context) => {
  const stage = new Stage(context);
  const { server } = stage;
  server.updatesNow = { ...WITH_PERSON, written: [] };
  const conversation = await stage.escalated();
  server.down = true;
  await stage.wait(3);
  assert.equal(conversation.standing, "person");
  server.down = false;
  server.updatesNow = WITH_PERSON;
  await stage.wait(10);
  assert.equal(shownIn(conversation).at(-1), "< Maria: Which leg?");
});

test("a message that a person reads has no answer and has not failed", async (context) => {
  const stage = new Stage(context);
  const { server } = stage;
  const conversation = await stage.escalated();
  void conversation.ask("the left one");
  await settled();
  await server.asked.at(-1)?.silent();
  assert.equal(shownIn(conversation).at(-1), "the left one: answered");
});

test("a new conversation is with the assistant, and nothing of the old one comes into it", async (context) => {
  const stage = new Stage(context);
  const { server } = stage;
  server.updatesNow = WITH_PERSON;
  const conversation = await stage.escalated();
  conversation.startAgain();
  await stage.wait(3);
  assert.equal(conversation.standing, "assistant");
  assert.deepEqual(shownIn(conversation), []);
});

test("two tabs show what the desk wrote once", async (context) => {
  const stage = new Stage(context);
  const { server, visit } = stage;
  const first = await stage.escalated();
  const second = visit.open();
  server.updatesNow = WITH_PERSON;
  first.catchUp();
  second.catchUp();
  await settled();
  for (const tab of [first, second]) assert.equal(shownIn(tab).filter((line) => line.startsWith("< Maria")).length, 1);
});

test("contact details reach the server, and a failure is told", async (context) => {
  const stage = new Stage(context);
  const { server } = stage;
  server.updatesNow = { standing: "waiting", written: [], nextSeconds: 10, contact: "possible" };
  const conversation = await stage.escalated();
  assert.equal(conversation.contact, "possible");
  server.down = true;
  assert.equal(await conversation.leaveContact("0171 555"), false);
  assert.equal(conversation.contact, "possible");
  server.down = false;
  assert.equal(await conversation.leaveContact("0171 555"), true);
  assert.equal(conversation.contact, "left");
  assert.deepEqual(server.contacts, ["0171 555"]);
});

test("what the desk said before a contact was left, and is heard after, does not take it back", async (context) => {
  const stage = new Stage(context);
  const { server } = stage;
  const before: Updates = { standing: "waiting", written: [], nextSeconds: 10, contact: "possible" };
  server.updatesNow = before;
  const conversation = await stage.escalated();
  let arrive = (_: Updates): void => undefined;
  const onItsWay = new Promise<Updates>((resolve) => (arrive = resolve));
  context.mock.method(server, "updates", () => onItsWay, { times: 1 });
  await stage.wait(10);

  await conversation.leaveContact("0171 555");
  server.updatesNow = { ...before, contact: "left" };
  const seen: Updates["contact"][] = [];
  conversation.addEventListener("change", () => seen.push(conversation.contact));
  arrive({ ...before, standing: "assistant" });
  await settled();

  assert.deepEqual(new Set(seen), new Set(["left"]));
  assert.equal(conversation.standing, "waiting");
});

test("a chat that left the page asks nothing any more", async (context) => {
  const stage = new Stage(context);
  const { server, visit } = stage;
  server.updatesNow = WITH_PERSON;
  await stage.escalated();
  visit.end();
  await stage.wait(600);
  assert.equal(server.looked.length, 1);
});

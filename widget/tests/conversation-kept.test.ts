import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";

import { Conversation } from "../src/conversation/conversation";
import { Shelf } from "../src/conversation/shelf";
import { StoredTranscript } from "../src/conversation/storage";
import { ServerFailure } from "../src/server/chat-server";
import { KEEP_HOURS, shownIn, TIMEOUT_SECONDS, Visit } from "./support/conversations";
import { ScriptedServer, settled } from "./support/scripted-server";
import { FORBIDDEN } from "./support/tabs";
import { holdTimers } from "./support/timers";

function begin(context: TestContext): { server: ScriptedServer; visit: Visit } {
  const server = new ScriptedServer();
  const visit = new Visit(server);
  context.after(() => visit.end());
  return { server, visit };
}

test("a conversation is there again on the next page", async (context) => {
  const { server, visit } = begin(context);
  const before = visit.open();
  void before.ask("one");
  await settled();
  await server.asked[0]?.fail(new ServerFailure("offline"));
  const after = visit.open();
  assert.deepEqual(shownIn(after), ["one: offline"]);
  void after.retry(after.messages[0]?.id ?? "");
  await settled();
  assert.equal(server.asked[1]?.conversation, server.asked[0]?.conversation);
});

test("after a time without a message it is forgotten, and the next one belongs to a new one", async (context) => {
  const { server, visit } = begin(context);
  const old = visit.open();
  void old.ask("one");
  await settled();
  await server.asked[0]?.answer();
  visit.clock.time += KEEP_HOURS * 3_600_000 + 1;
  assert.deepEqual(shownIn(visit.open()), []);
  void old.ask("two");
  await settled();
  assert.deepEqual(shownIn(old), ["two: waiting"]);
  assert.notEqual(server.asked[1]?.conversation, server.asked[0]?.conversation);
});

test("in a page that stays open it is forgotten as soon as somebody looks", async (context) => {
  const { server, visit } = begin(context);
  const conversation = visit.open();
  void conversation.ask("one");
  await settled();
  await server.asked[0]?.answer();
  let changes = 0;
  conversation.addEventListener("change", () => (changes += 1));
  visit.clock.time += KEEP_HOURS * 3_600_000;
  conversation.catchUp();
  assert.deepEqual([changes, shownIn(conversation)], [0, ["one: answered", "> skin-marks"]]);
  visit.clock.time += 1;
  conversation.catchUp();
  assert.deepEqual(shownIn(conversation), []);
  assert.ok(changes > 0);
  assert.equal(visit.browser.kept.size, 0);
});

test("a question that a closed tab left behind fails in the next one", async (context) => {
  holdTimers(context);
  const { visit } = begin(context);
  const closed = visit.open();
  void closed.ask("one");
  closed.dispose();
  visit.clock.time += (TIMEOUT_SECONDS + 5) * 1000;
  assert.deepEqual(shownIn(visit.open()), ["one: waiting"]);
  visit.clock.time += 1;
  assert.deepEqual(shownIn(visit.open()), ["one: timeout"]);
});

test("a tab that is open already gives such a question up, too", async (context) => {
  holdTimers(context);
  const { visit } = begin(context);
  const closed = visit.open();
  const open = visit.open();
  void closed.ask("one");
  visit.browser.deliver();
  closed.dispose();
  assert.deepEqual([open.waiting, shownIn(open)], [true, ["one: waiting"]]);
  visit.clock.time += (TIMEOUT_SECONDS + 5) * 1000 + 1;
  context.mock.timers.tick((TIMEOUT_SECONDS + 5) * 1000 + 1);
  assert.deepEqual([open.waiting, shownIn(open)], [false, ["one: timeout"]]);
});

test("questions in the queue are not given up while those before them are answered", async (context) => {
  holdTimers(context);
  const { server, visit } = begin(context);
  const conversation = visit.open();
  for (const words of ["one", "two", "three"]) void conversation.ask(words);
  await settled();
  for (const asked of [0, 1, 2]) {
    visit.clock.time += TIMEOUT_SECONDS * 1000;
    context.mock.timers.tick(TIMEOUT_SECONDS * 1000);
    await server.asked[asked]?.answer();
  }
  assert.deepEqual(shownIn(conversation).filter((line) => line.endsWith(": answered")).length, 3);
});

test("a chat that is taken out of the page while it waits has the answer when it is put back", async (context) => {
  const { server, visit } = begin(context);
  const shelf = visit.browser.tab();
  const before = visit.open(shelf);
  void before.ask("one");
  await settled();
  before.dispose();
  const after = visit.open(shelf);
  let changes = 0;
  after.addEventListener("change", () => (changes += 1));
  await server.asked[0]?.answer();
  assert.deepEqual([changes, shownIn(after)], [1, ["one: answered", "> skin-marks"]]);
});

test("without storage everything works as long as the page stands", async (context) => {
  const server = new ScriptedServer();
  const storage = new StoredTranscript({ shelf: new Shelf(FORBIDDEN), name: "x", keepHours: KEEP_HOURS });
  const conversation = new Conversation({ server, storage, timeoutSeconds: TIMEOUT_SECONDS });
  context.after(() => conversation.dispose());
  void conversation.ask("one");
  await settled();
  await server.asked[0]?.answer();
  await conversation.rate(conversation.messages[1]?.id ?? "", true);
  assert.deepEqual(shownIn(conversation), ["one: answered", "> skin-marks"]);
  assert.equal(await conversation.wipe(), "everywhere");
  assert.deepEqual([shownIn(conversation), server.forgotten], [[], [server.asked[0]?.conversation]]);
});

test("to start again is to have a new id and nothing said", async (context) => {
  const { server, visit } = begin(context);
  const conversation = visit.open();
  void conversation.ask("one");
  await settled();
  conversation.startAgain();
  void conversation.ask("two");
  await server.asked[0]?.answer();
  assert.deepEqual(shownIn(conversation), ["two: waiting"]);
  assert.notEqual(server.asked[1]?.conversation, server.asked[0]?.conversation);
  assert.deepEqual(server.forgotten, []);
});

test("a wipe takes the words from the browser at once, and from the server after what is under way", async (context) => {
  const { server, visit } = begin(context);
  const conversation = visit.open();
  void conversation.ask("my secret");
  void conversation.ask("another");
  await settled();
  const wiped = conversation.wipe();
  assert.deepEqual(shownIn(conversation), []);
  assert.doesNotMatch([...visit.browser.kept.values()].join(), /secret/);
  await settled();
  assert.deepEqual(server.forgotten, []);
  await server.asked[0]?.answer();
  assert.equal(await wiped, "everywhere");
  assert.deepEqual(server.forgotten, [server.asked[0]?.conversation]);
  assert.equal(server.asked.length, 1);
  assert.doesNotMatch([...visit.browser.kept.values()].join(), /secret|dermatologist/);
});

test("a wipe that did not reach the server is repeated at the next visit and the next message", async (context) => {
  const { server, visit } = begin(context);
  const conversation = visit.open();
  void conversation.ask("one");
  await settled();
  await server.asked[0]?.answer();
  server.down = true;
  assert.equal(await conversation.wipe(), "here");
  visit.open();
  await settled();
  assert.deepEqual(server.forgotten, []);
  server.down = false;
  void conversation.ask("two");
  await settled();
  assert.deepEqual(server.forgotten, [server.asked[0]?.conversation]);
  visit.open();
  await settled();
  assert.equal(server.forgotten.length, 1);
});

test("a wipe reaches the conversations before it, and leaves nothing of them", async (context) => {
  const { server, visit } = begin(context);
  const conversation = visit.open();
  for (const [turn, words] of ["one", "two", "three"].entries()) {
    conversation.startAgain();
    void conversation.ask(words);
    await settled();
    await server.asked[turn]?.answer();
  }
  const ids = server.asked.map((asked) => asked.conversation);
  assert.equal(new Set(ids).size, 3);
  assert.equal(await conversation.wipe(), "everywhere");
  assert.deepEqual(server.forgotten, ids);
  for (const id of ids) assert.ok(![...visit.browser.kept.values()].join().includes(id));
});

test("a wipe is everywhere only when the server forgot all of them", async (context) => {
  const { server, visit } = begin(context);
  const conversation = visit.open();
  void conversation.ask("one");
  await settled();
  await server.asked[0]?.answer();
  conversation.startAgain();
  server.down = true;
  assert.equal(await conversation.wipe(), "here");
  server.down = false;
  assert.equal(await conversation.wipe(), "everywhere");
  assert.deepEqual(server.forgotten, [server.asked[0]?.conversation]);
});

test("no wipe is lost when there are as many conversations as are known", async (context) => {
  const { server, visit } = begin(context);
  const conversation = visit.open();
  for (let turn = 0; turn < 21; turn += 1) {
    if (turn > 0) conversation.startAgain();
    void conversation.ask("one");
    await settled();
    await server.asked[turn]?.answer();
  }
  assert.equal(await conversation.wipe(), "everywhere");
  assert.equal(new Set(server.forgotten).size, 21);
});

test("where nothing was said the server is not troubled", async (context) => {
  const { server, visit } = begin(context);
  assert.equal(await visit.open().wipe(), "everywhere");
  assert.deepEqual(server.forgotten, []);
});

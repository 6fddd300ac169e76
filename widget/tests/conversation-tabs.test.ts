import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";

import fc from "fast-check";

import type { Conversation } from "../src/conversation/conversation";
import type { Answer } from "../src/conversation/message";
import { ServerFailure } from "../src/server/chat-server";
import { shownIn, Visit } from "./support/conversations";
import { ScriptedServer, settled } from "./support/scripted-server";

function twoTabs(context: TestContext): {
  server: ScriptedServer;
  visit: Visit;
  here: Conversation;
  there: Conversation;
} {
  const server = new ScriptedServer();
  const visit = new Visit(server);
  context.after(() => visit.end());
  return { server, visit, here: visit.open(), there: visit.open() };
}

test("what is said in one tab stands in the other", async (context) => {
  const { server, visit, here, there } = twoTabs(context);
  let changes = 0;
  there.addEventListener("change", () => (changes += 1));
  there.addEventListener("answer", () => assert.fail("The other tab asked."));
  void here.ask("one");
  visit.browser.deliver();
  assert.deepEqual([there.waiting, shownIn(there)], [true, ["one: waiting"]]);
  await settled();
  await server.asked[0]?.answer();
  visit.browser.deliver();
  assert.deepEqual(shownIn(there), ["one: answered", "> skin-marks"]);
  assert.equal(changes, 2);
  await there.rate(there.messages[1]?.id ?? "", true);
  visit.browser.deliver();
  assert.equal((here.messages[1] as Answer).rating, "helpful");
});

test("questions asked in both at the same time are both kept, and sent in one conversation", async (context) => {
  const { server, visit, here, there } = twoTabs(context);
  void here.ask("one");
  void there.ask("two");
  await settled();
  await server.asked[1]?.answer();
  await server.asked[0]?.answer();
  visit.browser.deliver();
  assert.deepEqual(shownIn(here), ["one: answered", "> skin-marks", "two: answered", "> skin-marks"]);
  assert.deepEqual(shownIn(there), shownIn(here));
  assert.equal(server.asked[0]?.conversation, server.asked[1]?.conversation);
});

test("a tab that wrote over the other's question gets it back", async (context) => {
  const { visit, here, there } = twoTabs(context);
  void here.ask("one");
  const onlyOne = new Map(visit.browser.kept);
  void there.ask("two");
  for (const [key, text] of onlyOne) visit.browser.kept.set(key, text);
  visit.browser.deliver();
  visit.browser.deliver();
  assert.deepEqual(shownIn(there), ["one: waiting", "two: waiting"]);
  assert.deepEqual(shownIn(visit.open()), ["one: waiting", "two: waiting"]);
});

test("what one tab wiped no other brings back", async (context) => {
  const { server, visit, here, there } = twoTabs(context);
  void there.ask("my secret");
  await settled();
  const before = new Map(visit.browser.kept);
  const wiped = here.wipe();
  await server.asked[0]?.answer();
  await wiped;
  assert.deepEqual(shownIn(there), []);
  // The other tab wrote at the same moment, and its writing came last.
  for (const [key, text] of before) visit.browser.kept.set(key, text);
  visit.browser.deliver();
  assert.deepEqual([shownIn(here), shownIn(there)], [[], []]);
  assert.doesNotMatch([...visit.browser.kept.values()].join(), /secret/);
});

test("a question that was given up and asked again elsewhere is not sent twice", async (context) => {
  const { server, visit, here, there } = twoTabs(context);
  void here.ask("one");
  void here.ask("two");
  await settled();
  visit.browser.deliver();
  // The other tab hears of nothing for so long that it gives the questions up.
  visit.clock.time += 16_000;
  const late = visit.open();
  visit.browser.deliver();
  assert.deepEqual(shownIn(there), ["one: timeout", "two: timeout"]);
  void late.retry(late.messages[1]?.id ?? "");
  visit.browser.deliver();
  await settled();
  await server.asked[0]?.answer();
  await server.asked[1]?.answer();
  visit.browser.deliver();
  assert.deepEqual(
    server.asked.map(({ message }) => message),
    ["one", "two"],
  );
  assert.deepEqual(shownIn(here), ["one: answered", "> skin-marks", "two: answered", "> skin-marks"]);
});

test("whatever two tabs do, both end up with everything that was asked", async () => {
  const steps = fc.array(
    fc.tuple(fc.constantFrom("ask", "answer", "fail", "retry", "rate", "hear", "wait"), fc.nat(1), fc.nat(5)),
    { maxLength: 25 },
  );
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      const server = new ScriptedServer();
      const visit = new Visit(server);
      const tabs = [visit.open(), visit.open()] as const;
      const asked: string[] = [];
      let done = 0;
      for (const [step, tab, number] of taken) {
        const conversation = tabs[tab === 0 ? 0 : 1];
        const message = conversation.messages[number];
        if (step === "ask") void conversation.ask(`words ${asked.push("") - 1}`);
        else if (step === "answer") await server.asked[done++]?.answer();
        else if (step === "fail") await server.asked[done++]?.fail(new ServerFailure("server"));
        else if (step === "retry") void conversation.retry(message?.id ?? "");
        else if (step === "rate") void conversation.rate(message?.id ?? "", number > 2);
        else if (step === "hear") visit.browser.deliver();
        else visit.clock.time += number;
        await settled();
        done = Math.min(done, server.asked.length);
      }
      while (done < server.asked.length) {
        await server.asked[done++]?.answer();
        await settled();
      }
      visit.browser.deliver();
      visit.end();
      const [here, there] = tabs;
      assert.deepEqual(here.messages, there.messages);
      assert.deepEqual(visit.open().messages, here.messages);
      const kept = here.messages.filter((message) => message.kind === "question").map(({ text }) => text);
      assert.deepEqual([...kept].sort(), asked.map((_, index) => `words ${index}`).sort());
      assert.equal(here.waiting, false);
      visit.end();
    }),
    { numRuns: 60 },
  );
});

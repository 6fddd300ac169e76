import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { type Area, Shelf } from "../src/conversation/shelf";
import { StoredTranscript } from "../src/conversation/storage";
import { newId } from "../src/id";
import { CONVERSATION, OTHER_CONVERSATION, question, transcript } from "./support/samples";
import { Browser, FORBIDDEN } from "./support/tabs";

const HOUR = 60 * 60 * 1000;

function stored(shelf: Shelf, now = 1000): StoredTranscript {
  return new StoredTranscript({ shelf, name: "https://bot.example", keepHours: 2, now: () => now });
}

test("a conversation is kept under the name of its assistant", () => {
  const browser = new Browser();
  const said = transcript([question()]);
  stored(browser.tab()).write(said);
  assert.deepEqual([...browser.kept.keys()], ["cryobot:https://bot.example"]);
  assert.deepEqual(stored(browser.tab()).read(), said);
  assert.equal(
    new StoredTranscript({ shelf: browser.tab(), name: "https://other.example", keepHours: 2 }).read(),
    null,
  );
});

test("what was not changed for too long is deleted", () => {
  const browser = new Browser();
  stored(browser.tab()).write(transcript([question()], { changedAt: 1000 }));
  assert.notEqual(stored(browser.tab(), 1000 + 2 * HOUR).read(), null);
  assert.equal(stored(browser.tab(), 1001 + 2 * HOUR).read(), null);
  assert.equal(browser.kept.size, 0);
});

test("a time far ahead does not keep a conversation for ever", () => {
  const browser = new Browser();
  stored(browser.tab()).write(transcript([question()], { changedAt: 1000 + 3 * HOUR }));
  assert.equal(stored(browser.tab()).read(), null);
});

test("other tabs are told, and so is everything else in the page", () => {
  const browser = new Browser();
  const [here, there] = [browser.tab(), browser.tab()];
  const told: string[] = [];
  const stop = stored(here).follow(() => told.push("here"));
  stored(there).follow(() => told.push("there"));
  stored(here).write(transcript([]));
  browser.deliver();
  assert.deepEqual(told, ["here", "there"]);
  stop();
  stored(here).write(transcript([question()]));
  here.changedElsewhere(null);
  there.changedElsewhere(null);
  browser.deliver();
  assert.deepEqual(told, ["here", "there", "there", "there"]);
});

for (const [name, area] of [
  ["forbidden", FORBIDDEN],
  ["missing", null],
] as const) {
  test(`where storage is ${name} the page remembers`, () => {
    const shelf = new Shelf(area);
    assert.equal(stored(shelf).read(), null);
    stored(shelf).write(transcript([question()]));
    stored(shelf).addWipe(CONVERSATION);
    assert.deepEqual(stored(shelf).read(), transcript([question()]));
    assert.deepEqual(stored(shelf).wipes(), [CONVERSATION]);
  });
}

test("when the storage is full, what is in it does not come back", () => {
  const kept = new Map([["key", "old"]]);
  let isFull = true;
  const area: Area = {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => {
      if (isFull) throw new DOMException("Full", "QuotaExceededError");
      kept.set(key, text);
    },
    removeItem: (key) => void kept.delete(key),
  };
  const shelf = new Shelf(area);
  shelf.write("key", "new");
  assert.deepEqual([shelf.read("key"), kept.get("key")], ["new", undefined]);
  isFull = false;
  shelf.write("key", "newer");
  assert.deepEqual([shelf.read("key"), kept.get("key")], ["newer", "newer"]);
  shelf.write("key", null);
  assert.deepEqual([shelf.read("key"), kept.get("key")], [null, undefined]);
});

test("wipes wait until they are done", () => {
  const browser = new Browser();
  stored(browser.tab()).addWipe(CONVERSATION);
  stored(browser.tab()).addWipe(OTHER_CONVERSATION);
  stored(browser.tab()).addWipe(CONVERSATION);
  stored(browser.tab()).removeWipe(CONVERSATION);
  assert.deepEqual(stored(browser.tab()).wipes(), [OTHER_CONVERSATION]);
  stored(browser.tab()).removeWipe(OTHER_CONVERSATION);
  assert.equal(browser.kept.size, 0);
});

test("the newest of the earlier conversations are known until they are removed", () => {
  const browser = new Browser();
  const ids = Array.from({ length: 22 }, () => newId());
  for (const id of ids) stored(browser.tab()).addEarlier(id);
  assert.deepEqual([...browser.kept.keys()], ["cryobot:https://bot.example:earlier"]);
  assert.deepEqual(stored(browser.tab()).earlier(), ids.slice(2));
  stored(browser.tab()).removeEarlier();
  assert.equal(browser.kept.size, 0);
});

test("any stored text is survived", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      const browser = new Browser();
      browser.kept.set("cryobot:https://bot.example", text);
      browser.kept.set("cryobot:https://bot.example:wipes", text);
      browser.kept.set("cryobot:https://bot.example:earlier", text);
      assert.equal(stored(browser.tab()).read(), null);
      assert.deepEqual(stored(browser.tab()).wipes(), []);
      assert.deepEqual(stored(browser.tab()).earlier(), []);
    }),
  );
});

import assert from "node:assert/strict";
import { test } from "node:test";

import { hasMessages } from "../src/conversation/expiry";
import { StoredTranscript } from "../src/conversation/storage";
import { question, transcript } from "./support/samples";
import { Browser } from "./support/tabs";

const HOUR = 60 * 60 * 1000;

function stored(browser: Browser, now = 1000): StoredTranscript {
  return new StoredTranscript({ shelf: browser.tab(), name: "https://bot.example", keepHours: 2, now: () => now });
}

test("there is something to go on with once something was said", () => {
  const browser = new Browser();
  assert.equal(hasMessages(stored(browser)), false);
  stored(browser).write(transcript([question()], { changedAt: 1000 }));
  assert.equal(hasMessages(stored(browser)), true);
});

test("there is nothing to go on with after a new beginning", () => {
  const browser = new Browser();
  stored(browser).write(transcript([question()], { changedAt: 1000 }));
  stored(browser).write(transcript([], { changedAt: 1000 }));
  assert.equal(hasMessages(stored(browser)), false);
});

test("there is nothing to go on with when it is too old", () => {
  const browser = new Browser();
  stored(browser).write(transcript([question()], { changedAt: 1000 }));
  assert.equal(hasMessages(stored(browser, 1001 + 2 * HOUR)), false);
});

import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { conversationAsText, type ExportWords } from "../src/conversation/export";
import { answer, deskMessage, question } from "./support/samples";

const WORDS: ExportWords = {
  heading: "Conversation with the bot",
  you: "You",
  bot: "Bot",
  person: (name) => `${name}, staff`,
  notDelivered: "not answered",
  time: (at) => `at ${at}`,
  callout: ({ escalation }) => (escalation === "none" ? null : escalation.toUpperCase()),
  source: ({ sections }) => `Source: ${sections.join(", ")}`,
};

test("a conversation reads like one", () => {
  const messages = [
    question({ state: "answered" }),
    answer({ text: "Please see a dermatologist.\nA bot cannot judge a mark." }),
    answer({ id: "q.1", escalation: "none", text: "Very safe." }),
    question({ id: "p", at: 3000, text: "And then?", state: "failed", failure: "timeout" }),
  ];
  assert.equal(
    conversationAsText(messages, WORDS),
    `Conversation with the bot

You, at 1000
  Does it leave scars?

Bot, at 2000
  DERMATOLOGIST
  Please see a dermatologist.
  A bot cannot judge a mark.
  Source: Marks on the skin

Bot, at 2000
  Very safe.
  Source: Marks on the skin

You, at 3000 (not answered)
  And then?
`,
  );
});

test("an empty conversation is its heading", () => {
  assert.equal(conversationAsText([], WORDS), "Conversation with the bot\n");
});

test("no message can pass for another one", () => {
  const breaks = fc.constantFrom("\n", "\r", "\r\n", "\u2028", "\u2029", "\u0085", "\v", "\f", "Bot, at 1", "x");
  fc.assert(
    fc.property(
      fc.array(breaks).map((parts) => parts.join("")),
      (text) => {
        const lines = conversationAsText([question({ text })], WORDS).split(/[\n\v\f\r\u0085\u2028\u2029]/);
        assert.deepEqual(
          lines.filter((line) => line !== "" && !line.startsWith("  ")),
          [WORDS.heading, "You, at 1000"],
        );
      },
    ),
  );
});

test("what a person wrote stands under their name, and a notice under the bot's", () => {
  const messages = [deskMessage({ text: "Hello!" }), deskMessage({ number: 2, author: null, text: "Left.", language: "en" })];
  assert.equal(
    conversationAsText(messages, WORDS),
    "Conversation with the bot\n\nMaria, staff, at 3000\n  Hello!\n\nBot, at 3000\n  Left.\n",
  );
});

import assert from "node:assert/strict";
import { test } from "node:test";

import fc from "fast-check";

import { approvedIn, speaks, topicsIn } from "../src/chat/approved";
import { lengthOf } from "../src/chat/draft";
import { quotedSections } from "../src/chat/sources";
import { dialAddress } from "../src/chat/telephone";
import { dayInWords, exactTime, hoursInWords, localeOf, messageTime } from "../src/chat/times";
import type { ApprovedTexts } from "../src/installation";

const TOPIC = { title: "Check my skin", payload: "/skin-check" };
const APPROVED: ApprovedTexts = {
  unavailable: { en: "Sorry." },
  greeting: [{ en: "Hello." }],
  topics: { en: [TOPIC] },
  staffPayload: "/talk-to-staff",
};

test("a number is dialled by its digits and a plus at its start", () => {
  assert.equal(dialAddress("112"), "tel:112");
  assert.equal(dialAddress("+49 (0)30 / 19-240"), "tel:+4903019240");
  assert.equal(dialAddress("1+1"), "tel:11");
  assert.equal(dialAddress("none"), null);
});

test("no number becomes anything but a telephone address", () => {
  fc.assert(fc.property(fc.string(), (text) => /^tel:\+?\d+$/.test(dialAddress(text) ?? "tel:1")));
});

test("an approved text is shown in the language asked for, or else in English, or else in any", () => {
  assert.deepEqual(approvedIn({ en: "Hello.", es: "Hola." }, "es"), { language: "es", content: "Hola." });
  assert.deepEqual(approvedIn({ es: "Hola.", en: "Hello." }, "de"), { language: "en", content: "Hello." });
  assert.deepEqual(approvedIn({ es: "Hola." }, "de"), { language: "es", content: "Hola." });
});

test("topics follow the same rule, and there may be none", () => {
  assert.deepEqual(topicsIn(APPROVED, "fr"), { language: "en", content: [TOPIC] });
  assert.deepEqual(topicsIn({ ...APPROVED, topics: {} }, "fr").content, []);
});

test("the chat says so where the guidance is not approved in a language", () => {
  assert.equal(speaks(APPROVED, "en"), true);
  assert.equal(speaks(APPROVED, "fr"), false);
});

test("times are written as in the visitor's country where that speaks the language of the interface", () => {
  assert.equal(localeOf("en", ["de-AT", "en-GB", "en-US"]), "en-GB");
  assert.equal(localeOf("fr", ["de-AT", "en-GB"]), "fr");
});

test("the time of a message has the day with it when that is not today", () => {
  const at = new Date(2026, 10, 20, 14, 5, 9).getTime();
  assert.equal(messageTime(at, at + 1000, "en-GB"), "14:05");
  assert.equal(messageTime(at, at + 86_400_000, "de"), "20. Nov., 14:05");
  assert.equal(exactTime(at, "en-GB"), "14:05:09");
});

test("a day of review is the same day in every time zone", () => {
  assert.equal(dayInWords("2026-11-20", "en-GB"), "20 Nov 2026");
  assert.equal(dayInWords("no day", "en"), "no day");
});

test("hours are in words", () => {
  assert.equal(hoursInWords(24, "es"), "24 horas");
  assert.equal(hoursInWords(1, "en"), "1 hour");
});

test("the length of a message is counted in characters, without the space around it", () => {
  assert.equal(lengthOf("  a🙂é \n"), 3);
});

test("sections are quoted", () => {
  assert.equal(quotedSections({ sections: ["One", "Two"] }), "“One”, “Two”");
});

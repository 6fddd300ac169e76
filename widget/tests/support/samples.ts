/** Messages to test with. */

import fc from "fast-check";

import type { Answer, DeskMessage, Message, Question, Reply, Transcript } from "../../src/conversation/message";

export const CONVERSATION = "0f5b2c1e-8a7d-4c3b-9e21-5d6f7a8b9c0d";
export const OTHER_CONVERSATION = "7c9e6679-7425-40de-944b-e07fc1f90ae7";

export const REPLY: Reply = {
  text: "Please see a dermatologist immediately.",
  language: "en",
  guidanceId: "skin-marks",
  escalation: "dermatologist",
  basis: "article",
  sections: ["Marks on the skin"],
  reviewedOn: "2026-11-20",
  version: "37816cbed5c2faeb",
  buttons: [{ title: "Talk to staff", payload: "/talk-to-staff" }],
};

export const UNAVAILABLE: Reply = {
  ...REPLY,
  text: "Sorry, something on our side is not working.",
  guidanceId: "service-unavailable",
  escalation: "none",
  basis: "safety-policy",
  sections: [],
};

/** A reply as the server writes it. */
export function onTheWire(reply: Reply): Record<string, unknown> {
  const { text, buttons, guidanceId, escalation, basis, version, language, sections, reviewedOn } = reply;
  const metadata = {
    guidance_id: guidanceId,
    escalation,
    basis,
    source: ["D1"],
    version,
    language,
    sections,
    reviewed_on: reviewedOn,
  };
  return { recipient_id: CONVERSATION, text, buttons, metadata };
}

export function question(changes: Partial<Question> = {}): Question {
  return {
    kind: "question",
    id: "q",
    at: 1000,
    text: "Does it leave scars?",
    message: "Does it leave scars?",
    state: "waiting",
    failure: null,
    retryAt: null,
    ...changes,
  };
}

export function answer(changes: Partial<Answer> = {}): Answer {
  return { kind: "answer", id: "q.0", at: 2000, answers: "q", rating: null, ratedAt: null, ...REPLY, ...changes };
}

export function deskMessage(changes: Partial<DeskMessage> = {}): DeskMessage {
  const number = changes.number ?? 1;
  return { kind: "desk", id: `desk.${number}`, at: 3000, number, author: "Maria", text: "Hello!", language: null, ...changes };
}

export function transcript(messages: readonly Message[], changes: Partial<Transcript> = {}): Transcript {
  return { conversation: CONVERSATION, changedAt: 1000, messages, ...changes };
}

const text = fc.string({ minLength: 1, unit: "binary" }).filter((words) => words.trim() !== "");
const id = fc.constantFrom("a", "b", "c", "d", "e", "f");
const at = fc.integer({ min: 0, max: 20 });

const questions: fc.Arbitrary<Question> = fc
  .record({
    id,
    at,
    text,
    message: text,
    outcome: fc.constantFrom<Pick<Question, "state" | "failure">>(
      { state: "waiting", failure: null },
      { state: "answered", failure: null },
      { state: "failed", failure: "timeout" },
      { state: "failed", failure: "limit" },
    ),
    retryAt: fc.option(at),
  })
  .map(({ outcome, ...rest }) => question({ ...rest, ...outcome }));

const answers: fc.Arbitrary<Answer> = fc
  .record({
    number: fc.integer({ min: 0, max: 3 }),
    answers: id,
    at,
    rating: fc.constantFrom(null, "helpful", "not-helpful"),
    ratedAt: fc.option(at),
    text,
  })
  .map(({ number, ...rest }) => answer({ ...rest, id: `${rest.answers}.${number}` }));

const deskMessages: fc.Arbitrary<DeskMessage> = fc
  .record({ number: fc.integer({ min: 1, max: 4 }), at, text, isNotice: fc.boolean() })
  .map(({ isNotice, ...rest }) => deskMessage({ ...rest, ...(isNotice ? { author: null, language: "en" } : {}) }));

/** Any messages, many of them with the same ids. */
export const someMessages: fc.Arbitrary<readonly Message[]> = fc.array(
  fc.oneof(questions, answers, deskMessages),
  { maxLength: 12 },
);

/** The text that a conversation is kept as. */

import { isId } from "../id";
import { isNumber, isOneOf, isRecord, isText, isTime, parseJson } from "../checks";
import type { Answer, DeskMessage, FailureReason, Message, Question, Transcript } from "./message";
import { replyOf } from "./reply";
import { wordingOf } from "./wording";
import { merged } from "./transcript";

const STATES: readonly Question["state"][] = ["waiting", "answered", "failed"];
const REASONS: readonly FailureReason[] = ["offline", "timeout", "limit", "server", "reply", "unreachable"];
const RATINGS: readonly NonNullable<Answer["rating"]>[] = ["helpful", "not-helpful"];

/** Write a conversation so that `readTranscript` gives it back. */
export function writeTranscript(transcript: Transcript): string {
  return JSON.stringify(transcript);
}

/**
 * Read a conversation. Messages that cannot be used are left out.
 * @returns null when the text is no conversation at all
 */
export function readTranscript(text: string): Transcript | null {
  const stored = parseJson(text);
  if (!isRecord(stored) || !isId(stored.conversation) || !isTime(stored.changedAt) || !Array.isArray(stored.messages)) {
    return null;
  }
  const messages = stored.messages.flatMap((message) => (isRecord(message) ? (readMessage(message) ?? []) : []));
  return { conversation: stored.conversation, changedAt: stored.changedAt, messages: merged(messages, []) };
}

function readMessage(fields: Readonly<Record<string, unknown>>): Message | null {
  if (!isText(fields.id) || !isTime(fields.at)) return null;
  if (fields.kind === "question") return readQuestion(fields, fields.id, fields.at);
  if (fields.kind === "answer") return readAnswer(fields, fields.id, fields.at);
  if (fields.kind === "desk") return readDeskMessage(fields, fields.id, fields.at);
  return null;
}

function readQuestion(fields: Readonly<Record<string, unknown>>, id: string, at: number): Question | null {
  const { text, message, state } = fields;
  if (!isText(text) || !isText(message) || !isOneOf(STATES, state)) return null;
  const failure = isOneOf(REASONS, fields.failure) ? fields.failure : null;
  if ((state === "failed") !== (failure !== null)) return null;
  return { kind: "question", id, at, text, message, state, failure, retryAt: timeOrNull(fields.retryAt) };
}

function readAnswer(fields: Readonly<Record<string, unknown>>, id: string, at: number): Answer | null {
  const { text, language, guidanceId, escalation, basis, sections, reviewedOn, version, buttons } = fields;
  const reply = replyOf({ text, language, guidanceId, escalation, basis, sections, reviewedOn, version, buttons });
  if (reply === null || !isText(fields.answers)) return null;
  const rating = isOneOf(RATINGS, fields.rating) ? fields.rating : null;
  return { kind: "answer", id, at, answers: fields.answers, rating, ratedAt: timeOrNull(fields.ratedAt), ...reply };
}

function readDeskMessage(fields: Readonly<Record<string, unknown>>, id: string, at: number): DeskMessage | null {
  const wording = wordingOf(fields.author, fields.text, fields.language);
  if (wording === null || !isNumber(fields.number)) return null;
  return { kind: "desk", id, at, number: fields.number, ...wording };
}

function timeOrNull(value: unknown): number | null {
  return isTime(value) ? value : null;
}

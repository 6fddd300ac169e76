/**
 * What happens to the messages of a conversation, as pure functions.
 *
 * Two tabs may change the same conversation at the same time. Of each message there is a total order of its states, and
 * the greatest counts; so whichever tab writes last, and however often, both come to the same conversation.
 */

import type { Message, Question, Transcript } from "./message";

/** Older messages are dropped when there are more. */
export const MOST_MESSAGES = 200;

const PROGRESS: Readonly<Record<Question["state"], number>> = { waiting: 0, failed: 1, answered: 2 };

/** A conversation in which nothing was said yet. */
export function emptyTranscript(conversation: string, now: number): Transcript {
  return { conversation, changedAt: now, messages: [] };
}

/** A conversation with some messages new or changed. */
export function withMessages(transcript: Transcript, messages: readonly Message[], now: number): Transcript {
  const changedAt = Math.max(now, transcript.changedAt);
  return { ...transcript, changedAt, messages: merged(transcript.messages, messages) };
}

/** What two tabs know of the same conversation, put together. */
export function mergedTranscripts(one: Transcript, other: Transcript): Transcript {
  return withMessages(one, other.messages, other.changedAt);
}

/** Whether two states of conversations are the same. */
export function isSame(one: Transcript, other: Transcript): boolean {
  return canonical(one) === canonical(other);
}

/** The messages of both lists, each once, in the order in which they are read. */
export function merged(one: readonly Message[], other: readonly Message[]): readonly Message[] {
  const byId = new Map<string, Message>();
  for (const message of [...one, ...other]) {
    const known = byId.get(message.id);
    if (known === undefined || compareStates(message, known) > 0) byId.set(message.id, message);
  }
  const ordered = inOrder(byId);
  // Cut before a question, so that no answer is left without what it answers.
  let cut = Math.max(0, ordered.length - MOST_MESSAGES);
  while (cut > 0 && ordered[cut]?.kind === "answer") cut += 1;
  return ordered.slice(cut);
}

/** When something new is said: now, but after everything before it even if the clock stands still or was put back. */
export function nextTime(messages: readonly Message[], now: number): number {
  const said = messages.filter((message) => message.kind !== "answer");
  return said.reduce((latest, message) => Math.max(latest, message.at + 1), now);
}

/** Questions in the order they were asked, each followed by its answers; what the desk wrote, when it came. */
function inOrder(byId: ReadonlyMap<string, Message>): readonly Message[] {
  const askedAt = (message: Message): number => {
    const question = message.kind === "answer" ? byId.get(message.answers) : undefined;
    return question?.at ?? message.at;
  };
  const askedId = (message: Message): string => (message.kind === "answer" ? message.answers : message.id);
  return [...byId.values()].sort(
    (left, right) =>
      askedAt(left) - askedAt(right) ||
      compare(askedId(left), askedId(right)) ||
      // A question's own kind of message comes first; ids of answers end in their number.
      compare(right.kind, left.kind) ||
      left.id.length - right.id.length ||
      compare(left.id, right.id),
  );
}

/** Positive when the first of two states of one message came after the second. */
function compareStates(one: Message, other: Message): number {
  return one.at - other.at || progress(one) - progress(other) || compare(canonical(one), canonical(other));
}

function progress(message: Message): number {
  if (message.kind === "desk") return 0;
  return message.kind === "question" ? PROGRESS[message.state] : (message.ratedAt ?? -1);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** JSON that does not depend on the order in which fields were set. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([left], [right]) => compare(left, right)))
      : part,
  );
}

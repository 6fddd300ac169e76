/** Reads what the server says of the staff desk. */

import { isNumber, isOneOf, isRecord, parseJson } from "../checks";
import type { Standing } from "../conversation/message";
import { wordingOf } from "../conversation/wording";
import { ServerFailure, type Updates, type Written } from "./chat-server";

const STANDINGS: readonly Standing[] = ["assistant", "waiting", "person"];
const CONTACTS: readonly NonNullable<Updates["contact"]>[] = ["possible", "left"];
/** Whatever the server says, a visitor's phone does not ask more often, and not so rarely that a person waits. */
const SHORTEST_SECONDS = 1;
const LONGEST_SECONDS = 60;

/**
 * Read the body of an answer. Messages that cannot be used are left out.
 * @throws ServerFailure with `reply` when it is none of ours
 */
export function readUpdates(body: string): Updates {
  const parsed = parseJson(body);
  if (!isRecord(parsed) || !isOneOf(STANDINGS, parsed.state) || !Array.isArray(parsed.messages)) {
    throw new ServerFailure("reply");
  }
  const { next_seconds: seconds } = parsed;
  const written = parsed.messages.flatMap((message) => readWritten(message) ?? []);
  return {
    standing: parsed.state,
    written: written.sort((left, right) => left.number - right.number),
    nextSeconds: typeof seconds === "number" ? Math.min(LONGEST_SECONDS, Math.max(SHORTEST_SECONDS, seconds)) : null,
    contact: isOneOf(CONTACTS, parsed.contact) ? parsed.contact : null,
  };
}

function readWritten(message: unknown): Written | null {
  if (!isRecord(message) || !isNumber(message.id)) return null;
  const language = isRecord(message.metadata) ? message.metadata.language : null;
  const wording = wordingOf(message.author, message.text, language);
  return wording === null ? null : { number: message.id, ...wording };
}

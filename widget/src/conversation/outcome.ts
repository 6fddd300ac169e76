/** What became of a question that was sent, as a pure function. */

import { ServerFailure } from "../server/chat-server";
import type { Answer, FailureReason, Question, Reply } from "./message";

/** Id of the reply that says that the server itself failed. It is no answer. */
const SERVER_FAILED = "service-unavailable";

/** What was answered, and what the question is now. */
export interface Outcome {
  readonly question: Question;
  readonly answers: readonly Answer[];
}

/**
 * Work out the outcome of a question.
 * @param result the replies, or what was raised instead
 * @param now milliseconds since 1970
 */
export function outcomeOf(question: Question, result: readonly Reply[] | ServerFailure, now: number): Outcome {
  const replies = result instanceof ServerFailure ? result.replies : result;
  const usable = replies.filter((reply) => reply.guidanceId !== SERVER_FAILED);
  // Numbered ids: what a repeated question is answered takes the place of what it was answered before.
  const answers = usable.map((reply, index): Answer => {
    return {
      kind: "answer",
      id: `${question.id}.${index}`,
      at: now,
      answers: question.id,
      rating: null,
      ratedAt: null,
      ...reply,
    };
  });
  const failure = reasonOf(result, usable.length < replies.length);
  const wait = result instanceof ServerFailure ? result.retryAfterSeconds : null;
  const retryAt = failure === "limit" && wait !== null ? now + wait * 1000 : null;
  return { question: { ...question, state: failure === null ? "answered" : "failed", failure, retryAt }, answers };
}

function reasonOf(result: readonly Reply[] | ServerFailure, serverFailed: boolean): FailureReason | null {
  if (serverFailed) return "server";
  return result instanceof ServerFailure ? result.reason : null;
}

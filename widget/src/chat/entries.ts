/** What stands in the log, in order: the messages, and a card where a question failed. */

import type { Answer, Message, Question } from "../conversation/message";

export type Entry =
  /** The key of a question changes when it is asked again, as it is then read anew, at the end. */
  | { readonly kind: "question"; readonly key: string; readonly question: Question }
  /** `latest`: nothing was asked after it, so that its buttons are those to go on with. */
  | { readonly kind: "answer"; readonly key: string; readonly answer: Answer; readonly latest: boolean }
  /** `latest`: no later question failed, so that it says in full what to do. */
  | { readonly kind: "failure"; readonly key: string; readonly question: Question; readonly latest: boolean };

/**
 * Turn a conversation into what is shown. A card stands below whatever was answered before the failure.
 * @param messages questions in the order they were asked, each followed by its answers
 */
export function entriesOf(messages: readonly Message[]): readonly Entry[] {
  const questions = messages.filter((message): message is Question => message.kind === "question");
  const unanswered = questions.filter((question) => question.state === "failed");
  const failed = new Map(unanswered.map((question) => [question.id, question]));
  const lastQuestion = questions.at(-1)?.id;
  const lastFailed = unanswered.at(-1)?.id;
  return messages.flatMap((message, index): Entry[] => {
    const question = failed.get(askedIn(message));
    const next = messages[index + 1];
    const entry = entryOf(message, lastQuestion);
    if (question === undefined || (next !== undefined && askedIn(next) === question.id)) return [entry];
    const latest = question.id === lastFailed;
    return [entry, { kind: "failure", key: `failure-${question.id}-${question.at}`, question, latest }];
  });
}

function entryOf(message: Message, lastQuestion: string | undefined): Entry {
  return message.kind === "question"
    ? { kind: "question", key: `${message.id}-${message.at}`, question: message }
    : { kind: "answer", key: message.id, answer: message, latest: message.answers === lastQuestion };
}

/** Id of the question that a message belongs to. */
function askedIn(message: Message): string {
  return message.kind === "question" ? message.id : message.answers;
}

/** What stands in the log, in order: the messages, and a card where a question failed. */

import type { Answer, DeskMessage, Message, Question } from "../conversation/message";

export type Entry =
  /** The key of a question changes when it is asked again, as it is then read anew, at the end. */
  | {
      readonly kind: "question";
      readonly key: string;
      readonly question: Question;
      /** It went to a person, and the assistant had nothing to say. */
      readonly passedOn: boolean;
    }
  /** `latest`: nothing was asked after it, so that its buttons are those to go on with. */
  | { readonly kind: "answer"; readonly key: string; readonly answer: Answer; readonly latest: boolean }
  | { readonly kind: "desk"; readonly key: string; readonly message: DeskMessage }
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
  const answered = new Set(messages.map((message) => (message.kind === "answer" ? message.answers : "")));
  return messages.flatMap((message, index): Entry[] => {
    const question = failed.get(askedIn(message));
    const next = messages[index + 1];
    const entry = entryOf(message, lastQuestion, answered);
    if (question === undefined || (next !== undefined && askedIn(next) === question.id)) return [entry];
    const latest = question.id === lastFailed;
    return [entry, { kind: "failure", key: `failure-${question.id}-${question.at}`, question, latest }];
  });
}

function entryOf(message: Message, lastQuestion: string | undefined, answered: ReadonlySet<string>): Entry {
  switch (message.kind) {
    case "question": {
      const passedOn = message.state === "answered" && !answered.has(message.id);
      return { kind: "question", key: `${message.id}-${message.at}`, question: message, passedOn };
    }
    case "answer":
      return { kind: "answer", key: message.id, answer: message, latest: message.answers === lastQuestion };
    case "desk":
      return { kind: "desk", key: message.id, message };
  }
}

/** Id of the question that a message belongs to; what the desk wrote belongs to none. */
function askedIn(message: Message): string {
  return message.kind === "answer" ? message.answers : message.id;
}

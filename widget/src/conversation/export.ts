/** A conversation as plain text, to be kept or shown to somebody. */

import type { Answer, Message } from "./message";

/** The words that stand between the messages. */
export interface ExportWords {
  /** First line of the text. */
  readonly heading: string;
  readonly you: string;
  readonly bot: string;
  /** Stands with a question that was not answered. */
  readonly notDelivered: string;
  /** A time as it is written, from milliseconds since 1970. */
  time(at: number): string;
  /** What stands above an answer that sends the person to somebody, or null. */
  callout(answer: Answer): string | null;
  /** Where an answer comes from. */
  source(answer: Answer): string;
}

const LINE_BREAK = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;

/** Write a conversation. What was said is indented, so that no message can pass for another one. */
export function conversationAsText(messages: readonly Message[], words: ExportWords): string {
  const blocks = messages.map((message) => {
    const lines = message.kind === "question" ? [message.text] : answerLines(message, words);
    const said = lines.flatMap((line) => line.split(LINE_BREAK)).map((line) => `  ${line}`.trimEnd());
    return [headOf(message, words), ...said].join("\n");
  });
  return `${[words.heading, ...blocks].join("\n\n")}\n`;
}

function headOf(message: Message, words: ExportWords): string {
  const who = message.kind === "question" ? words.you : words.bot;
  const failed = message.kind === "question" && message.state === "failed";
  return `${who}, ${words.time(message.at)}${failed ? ` (${words.notDelivered})` : ""}`;
}

function answerLines(answer: Answer, words: ExportWords): readonly string[] {
  const callout = words.callout(answer);
  return [...(callout === null ? [] : [callout]), answer.text, words.source(answer)];
}

/** A conversation as plain text, to be kept or shown to somebody. */

import type { Answer, Message } from "./message";

/** The words that stand between the messages. */
export interface ExportWords {
  /** First line of the text. */
  readonly heading: string;
  readonly you: string;
  readonly bot: string;
  /** Who a person of the desk is, by name. */
  person(name: string): string;
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
    const said = linesOf(message, words).flatMap((line) => line.split(LINE_BREAK)).map((line) => `  ${line}`.trimEnd());
    return [headOf(message, words), ...said].join("\n");
  });
  return `${[words.heading, ...blocks].join("\n\n")}\n`;
}

function headOf(message: Message, words: ExportWords): string {
  const failed = message.kind === "question" && message.state === "failed";
  return `${whoSaid(message, words)}, ${words.time(message.at)}${failed ? ` (${words.notDelivered})` : ""}`;
}

function whoSaid(message: Message, words: ExportWords): string {
  if (message.kind === "question") return words.you;
  return message.kind === "desk" && message.author !== null ? words.person(message.author) : words.bot;
}

function linesOf(message: Message, words: ExportWords): readonly string[] {
  if (message.kind !== "answer") return [message.text];
  const callout = words.callout(message);
  return [...(callout === null ? [] : [callout]), message.text, words.source(message)];
}

/** What the widget asks of the assistant's server. */

import type { FailureReason, Reply } from "../conversation/message";

/** Raised by every method when the server did not do what it was asked. */
export class ServerFailure extends Error {
  /**
   * @param reason what went wrong, as far as it can be told from here
   * @param retryAfterSeconds with `limit`: how long the server takes no more messages
   * @param replies with `reply`: those that could be read all the same, so that no escalation is lost
   */
  constructor(
    readonly reason: FailureReason,
    readonly retryAfterSeconds: number | null = null,
    readonly replies: readonly Reply[] = [],
  ) {
    super(`The assistant did not answer: ${reason}.`);
    this.name = "ServerFailure";
  }
}

/** One rating of an answer. */
export interface Rating {
  readonly conversation: string;
  readonly guidanceId: string;
  readonly version: string;
  readonly question: string;
  readonly helpful: boolean;
}

/** The server, as the conversation sees it. */
export interface ChatServer {
  /** Send a message and give the replies, at least one. */
  ask(conversation: string, message: string): Promise<readonly Reply[]>;
  rate(rating: Rating): Promise<void>;
  /** Delete everything the server keeps of a conversation. */
  forget(conversation: string): Promise<void>;
}

/** What the widget asks of the assistant's server. */

import type { FailureReason, Reply, Standing } from "../conversation/message";
import type { Wording } from "../conversation/wording";

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

/** What was written from the staff desk, as the server gives it. */
export interface Written extends Wording {
  readonly number: number;
}

/** What there is from the staff desk. */
export interface Updates {
  readonly standing: Standing;
  /** In the order of their numbers. */
  readonly written: readonly Written[];
  /** After how many seconds there may be more, or null when nothing more is to come. */
  readonly nextSeconds: number | null;
  /** Whether the visitor can leave a telephone number or an address, or has done so. */
  readonly contact: "possible" | "left" | null;
}

/** The server, as the conversation sees it. */
export interface ChatServer {
  /** Send a message and give the replies: at least one, unless a person reads it. */
  ask(conversation: string, message: string): Promise<readonly Reply[]>;
  rate(rating: Rating): Promise<void>;
  /** Give what the staff desk wrote after the message with a number. */
  updates(conversation: string, after: number): Promise<Updates>;
  /** Leave a telephone number or an address, with the visitor's consent that it is kept. */
  leaveContact(conversation: string, contact: string): Promise<void>;
  /** Delete everything the server keeps of a conversation. */
  forget(conversation: string): Promise<void>;
}

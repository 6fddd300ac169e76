/** A server that answers what a test tells it to, when it tells it to. */

import type { Reply } from "../../src/conversation/message";
import { type ChatServer, type Rating, ServerFailure, type Updates } from "../../src/server/chat-server";
import { REPLY } from "./samples";

/** One message that waits for its answer. */
export interface Asked {
  readonly conversation: string;
  readonly message: string;
  answer(...replies: readonly Reply[]): Promise<void>;
  /** Give no reply, as while a person reads the messages. */
  silent(): Promise<void>;
  fail(failure: unknown): Promise<void>;
}

export class ScriptedServer implements ChatServer {
  readonly asked: Asked[] = [];
  readonly ratings: Rating[] = [];
  readonly forgotten: string[] = [];
  readonly contacts: string[] = [];
  /** What was asked of the staff desk: the conversation, and the number of the last message that is known. */
  readonly looked: (readonly [string, number])[] = [];
  /** What the staff desk has. */
  updatesNow: Updates = { standing: "assistant", written: [], nextSeconds: null, contact: null };
  /** While set, nothing reaches the server but messages. */
  down = false;

  ask(conversation: string, message: string): Promise<readonly Reply[]> {
    return new Promise((resolve, reject) => {
      this.asked.push({
        conversation,
        message,
        answer: async (...replies) => (resolve(replies.length > 0 ? replies : [REPLY]), await settled()),
        silent: async () => (resolve([]), await settled()),
        fail: async (failure) => (reject(failure), await settled()),
      });
    });
  }

  async rate(rating: Rating): Promise<void> {
    this.refuseIfDown();
    this.ratings.push(rating);
  }

  async updates(conversation: string, after: number): Promise<Updates> {
    this.refuseIfDown();
    this.looked.push([conversation, after]);
    return this.updatesNow;
  }

  async leaveContact(_conversation: string, contact: string): Promise<void> {
    this.refuseIfDown();
    this.contacts.push(contact);
  }

  async forget(conversation: string): Promise<void> {
    this.refuseIfDown();
    this.forgotten.push(conversation);
  }

  private refuseIfDown(): void {
    if (this.down) throw new ServerFailure("unreachable");
  }
}

/** Wait until everything that follows from what was done is done. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

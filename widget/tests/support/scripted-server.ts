/** A server that answers what a test tells it to, when it tells it to. */

import type { Reply } from "../../src/conversation/message";
import { type ChatServer, type Rating, ServerFailure } from "../../src/server/chat-server";
import { REPLY } from "./samples";

/** One message that waits for its answer. */
export interface Asked {
  readonly conversation: string;
  readonly message: string;
  answer(...replies: readonly Reply[]): Promise<void>;
  fail(failure: unknown): Promise<void>;
}

export class ScriptedServer implements ChatServer {
  readonly asked: Asked[] = [];
  readonly ratings: Rating[] = [];
  readonly forgotten: string[] = [];
  /** While set, nothing reaches the server but messages. */
  down = false;

  ask(conversation: string, message: string): Promise<readonly Reply[]> {
    return new Promise((resolve, reject) => {
      this.asked.push({
        conversation,
        message,
        answer: async (...replies) => (resolve(replies.length > 0 ? replies : [REPLY]), await settled()),
        fail: async (failure) => (reject(failure), await settled()),
      });
    });
  }

  async rate(rating: Rating): Promise<void> {
    this.refuseIfDown();
    this.ratings.push(rating);
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

/** Conversations with a scripted server, in the tabs of one browser. */

import { Conversation } from "../../src/conversation/conversation";
import type { Message } from "../../src/conversation/message";
import type { Shelf } from "../../src/conversation/shelf";
import { StoredTranscript } from "../../src/conversation/storage";
import type { ScriptedServer } from "./scripted-server";
import { Browser } from "./tabs";

export const KEEP_HOURS = 2;
export const TIMEOUT_SECONDS = 10;

/** A clock that stands still until it is moved. */
export class Clock {
  constructor(public time = 1_000_000) {}
}

/** Opens conversations, and closes them when the test ends. */
export class Visit {
  readonly browser = new Browser();
  readonly clock = new Clock();
  private readonly opened: Conversation[] = [];

  constructor(private readonly server: ScriptedServer) {}

  /** Open the chat in a new tab, or once more in one that is open. */
  open(shelf: Shelf = this.browser.tab()): Conversation {
    const now = (): number => this.clock.time;
    const storage = new StoredTranscript({ shelf, name: "https://bot.example", keepHours: KEEP_HOURS, now });
    const conversation = new Conversation({ server: this.server, storage, timeoutSeconds: TIMEOUT_SECONDS, now });
    this.opened.push(conversation);
    return conversation;
  }

  end(): void {
    for (const conversation of this.opened) conversation.dispose();
  }
}

/** What stands in a conversation, one line a message. */
export function shownIn(conversation: { readonly messages: readonly Message[] }): readonly string[] {
  return conversation.messages.map((message) => {
    if (message.kind === "desk") return `< ${message.author ?? "notice"}: ${message.text}`;
    return message.kind === "question" ? `${message.text}: ${message.failure ?? message.state}` : `> ${message.guidanceId}`;
  });
}

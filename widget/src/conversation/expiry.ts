/** What the launcher has to know of a conversation that the browser keeps, while the chat itself is not loaded. */

import type { Installation } from "../installation";
import { pageShelf } from "./shelf";
import { StoredTranscript, type TranscriptStorage } from "./storage";

/**
 * Remove the conversation with an assistant from the browser if it is too old, whether the visitor opens the chat
 * again or not.
 * @param server origin of the assistant's server, without a slash at the end
 */
export function dropExpired(installation: Installation, server: string): void {
  // Reading removes what is too old.
  keptWith(installation, server).read();
}

/**
 * Whether something was said that the visitor can go on with.
 * @param server as in `dropExpired`
 */
export function hasConversation(installation: Installation, server: string): boolean {
  return hasMessages(keptWith(installation, server));
}

/**
 * Call a function when `hasConversation` may give something else, because of another tab.
 * @returns ends it
 */
export function followConversation(installation: Installation, server: string, listener: () => void): () => void {
  return keptWith(installation, server).follow(listener);
}

/** Whether there is a conversation that was not wiped or begun anew. */
export function hasMessages(storage: Pick<TranscriptStorage, "read">): boolean {
  return (storage.read()?.messages.length ?? 0) > 0;
}

function keptWith({ keepHours }: Installation, server: string): StoredTranscript {
  return new StoredTranscript({ shelf: pageShelf(), name: server, keepHours });
}

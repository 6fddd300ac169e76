/** Ends the time that a browser keeps a conversation, whether the visitor opens the chat again or not. */

import type { Installation } from "../installation";
import { pageShelf } from "./shelf";
import { StoredTranscript } from "./storage";

/**
 * Remove the conversation with an assistant from the browser if it is too old.
 * @param server origin of the assistant's server, without a slash at the end
 */
export function dropExpired(installation: Installation, server: string): void {
  // Reading removes what is too old.
  new StoredTranscript({ shelf: pageShelf(), name: server, keepHours: installation.keepHours }).read();
}

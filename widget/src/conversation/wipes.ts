/** Has the server forget what the visitor wiped. */

import type { ChatServer } from "../server/chat-server";
import type { TranscriptStorage } from "./storage";

/**
 * Ask the server to forget every conversation that still waits for it. What it does not forget now goes on waiting.
 * @returns whether nothing waits any more
 */
export async function forgetWiped(server: ChatServer, storage: TranscriptStorage): Promise<boolean> {
  for (const conversation of storage.wipes()) {
    try {
      await server.forget(conversation);
    } catch {
      return false;
    }
    storage.removeWipe(conversation);
  }
  return true;
}

/** What the visitor wiped, until the server has forgotten it. */

import type { ChatServer } from "../server/chat-server";
import type { TranscriptStorage } from "./storage";

/**
 * Let a conversation and all earlier ones wait until the server is asked to forget them.
 * @param conversation null when nothing was said in it
 */
export function queueWipe(storage: TranscriptStorage, conversation: string | null): void {
  for (const earlier of storage.earlier()) storage.addWipe(earlier);
  if (conversation !== null) storage.addWipe(conversation);
  storage.removeEarlier();
}

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

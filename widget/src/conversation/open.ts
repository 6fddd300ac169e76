/** The conversation of a page with a real server and the real storage of the browser. */

import type { Installation } from "../installation";
import { FetchChatServer } from "../server/fetch-server";
import { Conversation } from "./conversation";
import { pageShelf } from "./shelf";
import { StoredTranscript } from "./storage";

/**
 * Open the conversation that this browser has with an assistant, or a new one.
 * @param server origin of the assistant's server, without a slash at the end
 */
export function openConversation(installation: Installation, server: string): Conversation {
  const { keepHours, timeoutSeconds } = installation;
  return new Conversation({
    server: new FetchChatServer({ origin: server, timeoutSeconds }),
    storage: new StoredTranscript({ shelf: pageShelf(), name: server, keepHours }),
    timeoutSeconds,
  });
}

/** What the scripts of a page can do with the chat. */

import type { ChatElement } from "./chat-element";

/** `window.Cryobot`. The promises give whether it was done; false means that the chat could not be loaded. */
export interface CryobotApi {
  open(): Promise<boolean>;
  close(): Promise<boolean>;
  toggle(): Promise<boolean>;
  /** Open the chat and ask something. */
  send(text: string): Promise<boolean>;
}

/**
 * Make the calls.
 * @param find gives the chat that they are about, once the page is there; null when it has none
 */
export function createApi(find: () => Promise<ChatElement | null>): CryobotApi {
  const call = async (act: (chat: ChatElement) => Promise<boolean>): Promise<boolean> => {
    const chat = await find();
    if (chat !== null) return await act(chat);
    console.warn("Cryobot: there is no chat in this page.");
    return false;
  };
  return {
    open: () => call((chat) => chat.open()),
    close: () => call((chat) => chat.close()),
    toggle: () => call((chat) => chat.toggle()),
    send: (text) => call((chat) => chat.send(text)),
  };
}

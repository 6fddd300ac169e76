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

/** What the calls need of a chat. */
export type CalledChat = Pick<ChatElement, "open" | "close" | "toggle" | "send">;

type Find = () => Promise<CalledChat | null>;

/**
 * Make the calls.
 * @param find gives the chat that they are about, once the page is there; null when it has none
 * @param findOrAdd does the same, but puts the launcher back that a page lost with its content
 */
export function createApi(find: Find, findOrAdd: Find): CryobotApi {
  const call = async (search: Find, act: (chat: CalledChat) => Promise<boolean>): Promise<boolean> => {
    const chat = await search();
    if (chat !== null) return await act(chat);
    console.warn("Cryobot: there is no chat in this page.");
    return false;
  };
  // Scripts of a page are not checked for types.
  const send = async (text: unknown): Promise<boolean> => {
    if (typeof text === "string") return await call(findOrAdd, (chat) => chat.send(text));
    console.warn('Cryobot: nothing was sent; pass the question as a text, such as Cryobot.send("Is it safe?").');
    return false;
  };
  return {
    open: () => call(findOrAdd, (chat) => chat.open()),
    close: () => call(find, (chat) => chat.close()),
    toggle: () => call(findOrAdd, (chat) => chat.toggle()),
    send,
  };
}

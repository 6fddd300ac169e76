/** What the launcher and the part that is loaded on demand know of each other. */

import type { Installation } from "./installation";

/** Where the chat stands in the page. */
export type Placement = "floating" | "inline";

/** What the chat needs to know of the page it stands in. */
export interface ChatOptions {
  readonly installation: Installation;
  /** Origin of the assistant's server, without a slash at the end. */
  readonly server: string;
  readonly placement: Placement;
  /** Language of the interface, two letters, one of those in texts/. */
  readonly language: string;
  /** Title that the page asks for, or null for that of the interface. */
  readonly title: string | null;
  /** Colour that the page asks for, any CSS colour that the browser knows, or null. */
  readonly color: string | null;
  /** Called when the visitor closes the chat. */
  onClose(): void;
  /** Called for every answer, every failure, and what staff write; never with words of anybody. */
  onEvent(event: ChatEvent): void;
}

export type ChatEvent =
  | { readonly name: "answer"; readonly guidanceId: string; readonly escalation: string }
  | { readonly name: "failure"; readonly reason: string }
  /** A member of staff wrote. */
  | { readonly name: "staff" };

/** The chat once it stands in the page. */
export interface ChatView {
  open(): void;
  close(): void;
  send(text: string): void;
  /** Take the chat out of the page and stop following other tabs. */
  remove(): void;
}

/** What chat-<hash>.js exports. */
export interface ChatPart {
  mount(root: ShadowRoot, options: ChatOptions): ChatView;
}

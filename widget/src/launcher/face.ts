/** What the element shows of its own: everything but the chat. */

import type { Installation } from "../installation";
import { FloatingFace } from "./floating-face";
import { InlineFace } from "./inline-face";
import type { Settings } from "./settings";
import type { LauncherTexts } from "./texts";

/** Where the chat is on its way to the visitor. */
export type State = "closed" | "loading" | "open" | "failed";

/** Why the chat cannot be loaded. */
export type LoadFailure = "offline" | "unreachable";

/** What a face is made with. */
export interface FaceOptions {
  readonly installation: Installation;
  readonly settings: Settings;
  readonly texts: LauncherTexts;
  /** Whether the visitor has a conversation to go on with. */
  hasConversation(): boolean;
  /** Whether a member of staff wrote while the chat was closed. */
  hasUnread(): boolean;
  toggle(): void;
  retry(): void;
}

export interface Face {
  show(state: Exclude<State, "failed">): void;
  /** Show that the chat cannot be loaded. */
  fail(reason: LoadFailure): void;
  /** Put the focus on what opens the chat. */
  focus(): void;
}

/** Put a face into an empty shadow root. */
export function createFace(root: ShadowRoot, isFloating: boolean, options: FaceOptions): Face {
  return isFloating ? new FloatingFace(root, options) : new InlineFace(root, options);
}

/** What the views are given: what they show, and what a visitor can do. */

import type { Button } from "../conversation/message";
import type { Installation } from "../installation";
import type { Words } from "./words";

/** What stays the same while the chat stands in the page. */
export interface Scene {
  readonly words: Words;
  /** Language of the interface, two letters. */
  readonly language: string;
  /** How times and numbers are written. */
  readonly locale: string;
  readonly installation: Installation;
  readonly title: string;
  readonly closable: boolean;
  readonly actions: Actions;
}

/** Everything that a visitor can do. */
export interface Actions {
  close(): void;
  startAgain(): void;
  save(): void;
  wipe(): void;
  press(button: Button): void;
  retry(questionId: string): void;
  rate(answerId: string, helpful: boolean): void;
  copy(text: string): void;
  talkToStaff(): void;
  /**
   * @param contact a telephone number or an address, kept with the visitor's consent
   * @returns whether staff have it
   */
  leaveContact(contact: string): Promise<boolean>;
  write(draft: string): void;
  submit(): void;
}

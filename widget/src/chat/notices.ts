/** Short messages on what was just done. */

import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Milliseconds that a message stays, and how much longer for each of its characters: enough to read it twice. */
const STAYS = 4000;
const PER_CHARACTER = 60;

export class Notices implements ReactiveController {
  /** What is said now, or nothing. */
  text = "";
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly element: ReactiveControllerHost) {
    element.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
  }

  /** Say something in the place of what was said before. */
  say(text: string): void {
    clearTimeout(this.timer);
    this.show("");
    // The same words are announced again only if they were gone in between.
    void this.element.updateComplete.then(() => this.show(text));
    this.timer = setTimeout(() => this.show(""), STAYS + PER_CHARACTER * text.length);
  }

  private show(text: string): void {
    this.text = text;
    this.element.requestUpdate();
  }
}

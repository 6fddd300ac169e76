/** Notices, in a page that stays open, that a conversation has become too old. */

import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Milliseconds. */
const EVERY = 60_000;

export class AgeClock implements ReactiveController {
  private timer: ReturnType<typeof setInterval> | undefined;

  /** @param check called now and then, and when the page comes into view: timers of hidden pages may stand still */
  constructor(
    element: ReactiveControllerHost,
    private readonly check: () => void,
  ) {
    element.addController(this);
  }

  hostConnected(): void {
    this.timer = setInterval(this.check, EVERY);
    document.addEventListener("visibilitychange", this.seen);
  }

  hostDisconnected(): void {
    clearInterval(this.timer);
    document.removeEventListener("visibilitychange", this.seen);
  }

  private readonly seen = (): void => {
    if (document.visibilityState === "visible") this.check();
  };
}

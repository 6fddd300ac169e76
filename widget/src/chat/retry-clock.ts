/** Notices when the server takes messages again. */

import type { ReactiveController, ReactiveControllerHost } from "lit";

import type { Entry } from "./entries";

export class RetryClock implements ReactiveController {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(element: ReactiveControllerHost) {
    element.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
  }

  /**
   * Wait for the next question that can be asked again.
   * @param due called then
   */
  watch(entries: readonly Entry[], due: () => void): void {
    clearTimeout(this.timer);
    const now = Date.now();
    const times = entries.flatMap((entry) => (entry.kind === "failure" ? (entry.question.retryAt ?? []) : []));
    const next = Math.min(...times.filter((time) => time > now));
    if (Number.isFinite(next)) this.timer = setTimeout(due, next - now);
  }
}

/** Which part of the conversation is in view. */

import type { Entry } from "./entries";

/** Pixels that stay free above what is scrolled to. */
const MARGIN = 12;

/** Follows a log as it grows: what is new comes into view from its start. */
export class Scrolling {
  /** Keys of what the log has shown, or null before it has shown anything. */
  private known: ReadonlySet<string> | null = null;

  /**
   * Bring what was added since the last call into view; at the first call nothing counts as added.
   * @param entries what the log shows now
   */
  follow(log: HTMLElement, entries: readonly Entry[]): void {
    const { known } = this;
    const added = entries.filter((entry) => known !== null && !known.has(entry.key));
    this.known = new Set(entries.map((entry) => entry.key));
    if (entries.length === 0 && known !== null && known.size > 0) log.scrollTo({ top: 0 });
    const first = added.find((entry) => entry.kind !== "question");
    if (first !== undefined) scrollToEntry(log, first, movement());
    else if (added.length > 0) log.scrollTo({ top: log.scrollHeight, behavior: movement() });
  }

  /** Show the last question and its answers, or what the desk wrote since, without a visible movement. */
  settle(log: HTMLElement, entries: readonly Entry[]): void {
    const last = entries.filter(({ kind }) => kind === "question" || kind === "desk").at(-1);
    if (last !== undefined) scrollToEntry(log, last, "instant");
  }
}

/** The browser stops at the end of the log, so that all of the new part is seen where it fits. */
function scrollToEntry(log: HTMLElement, { key }: Entry, behavior: ScrollBehavior): void {
  const element = log.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (element === null) return;
  const distance = element.getBoundingClientRect().top - log.getBoundingClientRect().top - MARGIN;
  log.scrollTo({ top: log.scrollTop + distance, behavior });
}

/** Smooth only here and not in the style sheet: with the keyboard, what has the focus must be in view at once. */
function movement(): ScrollBehavior {
  return matchMedia("(prefers-reduced-motion: no-preference)").matches ? "smooth" : "instant";
}

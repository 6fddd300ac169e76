/** Tabs of one browser: pages of their own that share the storage and hear of each other's changes. */

import { type Area, Shelf } from "../../src/conversation/shelf";

/** The storage of a browser. */
export class Browser {
  readonly kept = new Map<string, string>();
  private readonly tabs: Shelf[] = [];
  private readonly news: (() => void)[] = [];

  /** Open a tab. */
  tab(): Shelf {
    const area: Area = {
      getItem: (key) => this.kept.get(key) ?? null,
      setItem: (key, text) => this.change(shelf, key, text),
      removeItem: (key) => this.change(shelf, key, null),
    };
    const shelf = new Shelf(area);
    this.tabs.push(shelf);
    return shelf;
  }

  /** Let the tabs hear what happened; browsers tell them some time later. */
  deliver(): void {
    for (let tell = this.news.shift(); tell !== undefined; tell = this.news.shift()) tell();
  }

  private change(from: Shelf, key: string, text: string | null): void {
    if (text === (this.kept.get(key) ?? null)) return;
    if (text === null) this.kept.delete(key);
    else this.kept.set(key, text);
    for (const tab of this.tabs) if (tab !== from) this.news.push(() => tab.changedElsewhere(key));
  }
}

/** A storage that refuses everything, as in a frame that may not store. */
export const FORBIDDEN: Area = {
  getItem: refuse,
  setItem: refuse,
  removeItem: refuse,
};

function refuse(): never {
  throw new DOMException("Forbidden", "SecurityError");
}

/** Keeps texts in the browser, and in the memory of the page where the browser keeps nothing. */

type Listener = () => void;

const FAILED = Symbol("failed");

/** What is needed of the browser's storage. */
export type Area = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** Texts by key. Everything in the page that uses a key sees the same text, and so do other tabs. */
export class Shelf {
  private readonly memory = new Map<string, string>();
  private readonly listeners = new Map<string, Set<Listener>>();

  /** @param area the browser's storage, or null where it must not be used */
  constructor(private readonly area: Area | null) {}

  read(key: string): string | null {
    const kept = this.memory.get(key) ?? attempt(() => this.area?.getItem(key));
    return typeof kept === "string" ? kept : null;
  }

  /** Keep a text, or with null remove it, and tell who follows the key. */
  write(key: string, text: string | null): void {
    this.memory.delete(key);
    if (text === null || !this.keep(key, text)) attempt(() => this.area?.removeItem(key));
    this.tell(key);
  }

  /**
   * Call a function when the text of a key may have changed in this page.
   * @returns ends it
   */
  follow(key: string, listener: Listener): () => void {
    const listeners = this.listeners.get(key) ?? new Set();
    this.listeners.set(key, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  /** Another tab changed a key, or with null all of them. */
  changedElsewhere(key: string | null): void {
    for (const known of key === null ? [...this.listeners.keys()] : [key]) this.tell(known);
  }

  /** @returns false when the browser did not keep the text: what it has is older then and must not come back */
  private keep(key: string, text: string): boolean {
    const { area } = this;
    const kept = area !== null && attempt(() => area.setItem(key, text)) !== FAILED;
    if (!kept) this.memory.set(key, text);
    return kept;
  }

  private tell(key: string): void {
    for (const listener of [...(this.listeners.get(key) ?? [])]) listener();
  }
}

let shelf: Shelf | null = null;

/** The one shelf of this page. */
export function pageShelf(): Shelf {
  if (shelf === null) {
    const area = attempt(() => window.localStorage);
    const created = new Shelf(area === FAILED ? null : area);
    window.addEventListener("storage", (event) => created.changedElsewhere(event.key));
    // A page that browsers kept for the way back heard of nothing in the meantime.
    window.addEventListener("pageshow", (event) => event.persisted && created.changedElsewhere(null));
    shelf = created;
  }
  return shelf;
}

/** What a call gives, or FAILED: storage may be switched off, full, or forbidden in a frame. */
function attempt<Value>(call: () => Value): Value | typeof FAILED {
  try {
    return call();
  } catch {
    return FAILED;
  }
}

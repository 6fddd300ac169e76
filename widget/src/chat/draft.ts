/** What the visitor has written and not sent yet. It survives a reload of the tab. */

export class Draft {
  private written: string;

  /** @param server origin of the assistant's server; drafts for different assistants are kept apart */
  constructor(private readonly server: string) {
    this.written = withStorage((storage) => storage.getItem(this.name)) ?? "";
  }

  get text(): string {
    return this.written;
  }

  set text(text: string) {
    this.written = text;
    withStorage((storage) => (text === "" ? storage.removeItem(this.name) : storage.setItem(this.name, text)));
  }

  private get name(): string {
    return `cryobot-draft:${this.server}`;
  }
}

/** How long a message is for the server: it counts characters, not the units that JavaScript counts. */
export function lengthOf(text: string): number {
  return [...text.trim()].length;
}

/** Browsers throw where a page may not store anything; then the draft is kept in memory only. */
function withStorage<Result>(act: (storage: Storage) => Result): Result | null {
  try {
    return act(window.sessionStorage);
  } catch {
    return null;
  }
}

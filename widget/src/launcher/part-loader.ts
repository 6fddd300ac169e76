/** Loads the part of the widget that is not needed before the first click. */

import type { ChatPart } from "../chat-part";

type Import = (address: string) => Promise<unknown>;

/** Loads the chat once, however often it is asked for, and anew when that failed. */
export class PartLoader {
  private pending: Promise<ChatPart> | null = null;
  private attempts = 0;

  /**
   * @param address of the module
   * @param timeoutSeconds how long one call of `load` waits
   * @param importModule the browser's own `import` unless another one is given
   */
  constructor(
    private readonly address: string,
    private readonly timeoutSeconds: number,
    private readonly importModule: Import = (from) => import(from),
  ) {}

  /** Give the chat. Rejects when it cannot be loaded, or not in time; the next call then waits on. */
  async load(): Promise<ChatPart> {
    const pending = (this.pending ??= this.start());
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      const message = `${this.address} did not load within ${this.timeoutSeconds} seconds.`;
      timer = setTimeout(() => reject(new Error(message)), this.timeoutSeconds * 1000);
    });
    try {
      return await Promise.race([pending, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  private async start(): Promise<ChatPart> {
    this.attempts += 1;
    try {
      // Some browsers remember that an address failed for as long as the page stands.
      const address = this.attempts === 1 ? this.address : `${this.address}?attempt=${this.attempts}`;
      const part = await this.importModule(address);
      if (!isChatPart(part)) throw new Error(`${address} is not the chat.`);
      return part;
    } catch (error) {
      this.pending = null;
      throw error;
    }
  }
}

function isChatPart(part: unknown): part is ChatPart {
  return typeof part === "object" && part !== null && "mount" in part && typeof part.mount === "function";
}

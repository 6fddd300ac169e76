/** What every browser has, and Node.js 18 has not. */

import { webcrypto } from "node:crypto";

class DetailedEvent<Detail> extends Event {
  readonly detail: Detail | null;

  constructor(type: string, options: CustomEventInit<Detail> = {}) {
    super(type, options);
    this.detail = options.detail ?? null;
  }
}

globalThis.crypto ??= webcrypto as Crypto;
globalThis.CustomEvent ??= DetailedEvent as unknown as typeof CustomEvent;

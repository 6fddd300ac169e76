/** Ids that cannot be guessed. */

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** A random UUID (version 4) from the browser's source of secrets. */
export function newId(): string {
  // Browsers have `randomUUID` in secure pages only; a page served over plain http needs an id as good.
  return typeof crypto.randomUUID === "function"
    ? crypto.randomUUID()
    : uuidOf(crypto.getRandomValues(new Uint8Array(16)));
}

/** Write 16 random bytes as a UUID of version 4. */
export function uuidOf(bytes: Uint8Array): string {
  const fixed = bytes.slice(0, 16);
  fixed[6] = ((fixed[6] ?? 0) & 0x0f) | 0x40;
  fixed[8] = ((fixed[8] ?? 0) & 0x3f) | 0x80;
  const digits = Array.from(fixed, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** Whether a text is a UUID of version 4 as `newId` writes it. */
export function isId(text: unknown): text is string {
  return typeof text === "string" && UUID.test(text);
}

/** Checks of values that came from outside: from the server, or from the browser's storage. */

/** Whether a value is an object with fields. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a value is a text with more than white space in it. */
export function isText(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}

/** Whether a value is a time in milliseconds since 1970 that a date can show. */
export function isTime(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value <= 8.64e15;
}

/** Whether a value is a whole number above zero. */
export function isNumber(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

/** Whether a value is one of a list of words. */
export function isOneOf<Word extends string>(words: readonly Word[], value: unknown): value is Word {
  return typeof value === "string" && (words as readonly string[]).includes(value);
}

/** Read JSON; null where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

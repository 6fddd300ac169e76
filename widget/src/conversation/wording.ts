/** Which messages of the staff desk can be shown, whether they come from the server or from the browser's storage. */

import { isText } from "../checks";
import type { DeskMessage } from "./message";

const LANGUAGE = /^[a-z]{2}$/;

/** Who wrote a message, and what it says. */
export type Wording = Pick<DeskMessage, "author" | "text" | "language">;

/** Make a wording of fields that came from outside: a person has a name, a notice a language. */
export function wordingOf(author: unknown, text: unknown, language: unknown): Wording | null {
  if (!isText(text)) return null;
  if (isText(author)) return { author, text, language: null };
  if (author !== null || typeof language !== "string" || !LANGUAGE.test(language)) return null;
  return { author, text, language };
}

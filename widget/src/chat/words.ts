/** The words of the interface, by language. */

import type { Escalation } from "../conversation/message";
import de from "../../texts/de.json";
import en from "../../texts/en.json";
import es from "../../texts/es.json";
import fr from "../../texts/fr.json";

/** Every text of the interface, by its key. */
export type Words = Readonly<Record<keyof typeof en, string>>;

const LANGUAGES: Readonly<Record<string, Words>> = { de, en, es, fr };

/** What stands above an answer that sends somebody to someone. */
export const CALLOUT_HEADINGS: Readonly<Record<Exclude<Escalation, "none">, keyof Words>> = {
  emergency: "escalation_emergency",
  dermatologist: "escalation_dermatologist",
  doctor: "escalation_doctor",
  staff: "escalation_staff",
};

/** The words in a language, or in English where the language is not known. */
export function wordsIn(language: string): Words {
  return LANGUAGES[language] ?? en;
}

/** Put values in the place of `{name}`; placeholders without a value stay as they are. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
}

/** What stands before and after `{name}` in a text, for values that are more than words. */
export function around(text: string, name: string): readonly [string, string] {
  const [before = "", ...after] = text.split(`{${name}}`);
  return [before, after.join("")];
}

/** Which language of the approved texts is shown. */

import type { Button } from "../conversation/message";
import type { ApprovedText, ApprovedTexts } from "../installation";

/** Something approved and the language that it is in. */
export interface InLanguage<Content> {
  readonly language: string;
  readonly content: Content;
}

/** What the approved texts were written in first; they exist in it always. */
const FIRST_LANGUAGE = "en";

/** The text in the language asked for, or else in the first one. */
export function approvedIn(text: ApprovedText, language: string): InLanguage<string> {
  return pick(text, language) ?? { language, content: "" };
}

/** The buttons of the most asked topics, in the language asked for, or else in the first one. */
export function topicsIn(approved: ApprovedTexts, language: string): InLanguage<readonly Button[]> {
  return pick(approved.topics, language) ?? { language, content: [] };
}

/** Whether the assistant has approved texts in a language. */
export function speaks(approved: ApprovedTexts, language: string): boolean {
  return language in approved.unavailable;
}

function pick<Content>(texts: Readonly<Record<string, Content>>, language: string): InLanguage<Content> | null {
  for (const candidate of [language, FIRST_LANGUAGE, ...Object.keys(texts)]) {
    const content = texts[candidate];
    if (content !== undefined) return { language: candidate, content };
  }
  return null;
}

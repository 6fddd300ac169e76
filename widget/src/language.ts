/** Which language the interface is in. */

const LAST_RESORT = "en";

/**
 * Choose the first wish that there are texts for.
 * @param wishes language tags such as "de" or "de-AT", the most wanted first; what is empty or no tag is passed over
 * @param available the languages that there are texts in, two letters each
 */
export function chooseLanguage(wishes: readonly (string | null | undefined)[], available: readonly string[]): string {
  for (const wish of wishes) {
    const language = languageOf(wish, available);
    if (language !== null) return language;
  }
  return LAST_RESORT;
}

/** The language of a tag such as "de-AT", or null when there are no texts in it. */
export function languageOf(tag: string | null | undefined, available: readonly string[]): string | null {
  const language = (tag ?? "").trim().toLowerCase().split(/[-_]/)[0] ?? "";
  return available.includes(language) ? language : null;
}

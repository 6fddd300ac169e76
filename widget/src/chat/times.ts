/** Times and dates as people write them where they live. */

const DAY: Intl.DateTimeFormatOptions = { day: "numeric", month: "short" };
const MINUTE: Intl.DateTimeFormatOptions = { hour: "numeric", minute: "2-digit" };

/**
 * How times are written: as in the visitor's own country where that speaks the language of the interface.
 * @param language two letters
 * @param wishes languages of the browser, such as "en-GB", the most wanted first
 */
export function localeOf(language: string, wishes: readonly string[]): string {
  return wishes.find((wish) => wish.toLowerCase().split("-")[0] === language) ?? language;
}

/**
 * When a message was written: the time, and the day too if it is not today.
 * @param at milliseconds since 1970
 * @param now milliseconds since 1970
 */
export function messageTime(at: number, now: number, locale: string): string {
  const today = new Date(at).toDateString() === new Date(now).toDateString();
  return new Intl.DateTimeFormat(locale, today ? MINUTE : { ...DAY, ...MINUTE }).format(at);
}

/** A time of today, to the second. */
export function exactTime(at: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { ...MINUTE, second: "2-digit" }).format(at);
}

/** A day and a time, for what is read some other day. */
export function fullTime(at: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(at);
}

/** A day written YYYY-MM-DD in words, or as it is where it is no day. */
export function dayInWords(day: string, locale: string): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(at)) return day;
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" }).format(at);
}

/** A number of hours with the word for hours. */
export function hoursInWords(hours: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: "unit", unit: "hour", unitDisplay: "long" }).format(hours);
}

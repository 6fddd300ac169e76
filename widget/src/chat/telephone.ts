/** Telephone numbers. */

/**
 * The address that dials a number as an operator wrote it.
 * @returns `tel:` with the digits and a plus at the start if there is one, or null where there is no digit
 */
export function dialAddress(number: string): string | null {
  const digits = number.replace(/\D/g, "");
  if (digits === "") return null;
  return `tel:${/^\D*\+/.test(number) ? "+" : ""}${digits}`;
}

/** The colour that a page asks for, made safe to read and handed to the style sheets. */

import { isColor } from "../color-text";
import { foregroundOn, LINE_CONTRAST, readColor, shadeOn, TEXT_CONTRAST, toCss, type Color } from "./colors";

/** The colour of the chat where the page asks for none. */
const OWN_ACCENT: Color = { red: 11, green: 95, blue: 120 };

/** On dark surfaces text is easier to read with more contrast than is asked for. */
const TEXT_CONTRASTS: Readonly<Record<"light" | "dark", number>> = { light: TEXT_CONTRAST, dark: 6.5 };

/** The surface of each scheme that the accent is hardest to read on; the same values as in styles/tokens.ts. */
const SURFACES: Readonly<Record<"light" | "dark", Color>> = {
  light: { red: 241, green: 245, blue: 247 },
  dark: { red: 36, green: 46, blue: 53 },
};

/**
 * Set the custom properties of the accent on an element. Styles are set from script because a strict
 * Content-Security-Policy forbids style attributes.
 * @param color any CSS colour, or null for the chat's own
 */
export function applyAccent(element: HTMLElement, color: string | null): void {
  const accent = (color === null ? null : resolve(element, color)) ?? OWN_ACCENT;
  const properties: Record<string, Color> = { "--accent": accent, "--on-accent": foregroundOn(accent) };
  for (const scheme of ["light", "dark"] as const) {
    properties[`--accent-text-${scheme}`] = shadeOn(accent, SURFACES[scheme], TEXT_CONTRASTS[scheme]);
    properties[`--accent-line-${scheme}`] = shadeOn(accent, SURFACES[scheme], LINE_CONTRAST);
  }
  for (const [name, value] of Object.entries(properties)) element.style.setProperty(name, toCss(value));
}

/** Let the browser work the colour out. Mixing gives newer notations (such as oklch) as plain sRGB. */
function resolve(element: HTMLElement, color: string): Color | null {
  if (!isColor(color)) return null;
  element.style.color = color;
  const mixed = `color-mix(in srgb, ${color} 100%, black)`;
  if (CSS.supports("color", mixed)) element.style.color = mixed;
  const resolved = readColor(getComputedStyle(element).color);
  element.style.color = "";
  return resolved;
}

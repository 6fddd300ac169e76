/** Colours and their contrast, by the definitions of WCAG 2.2. */

/** Red, green and blue, each a whole number from 0 to 255. */
export interface Color {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
}

export const BLACK: Color = { red: 0, green: 0, blue: 0 };
export const WHITE: Color = { red: 255, green: 255, blue: 255 };

/** Contrast that text needs (WCAG 2.2, 1.4.3). */
export const TEXT_CONTRAST = 4.5;
/** Contrast that borders and focus rings need (WCAG 2.2, 1.4.11). */
export const LINE_CONTRAST = 3;

/**
 * Read a colour as browsers write computed ones: `rgb(1, 2, 3)`, `rgb(1 2 3 / 0.5)` or `color(srgb 0.1 0.2 0.3)`.
 * @returns the colour, its transparency left out, or null for anything else and for fully transparent ones
 */
export function readColor(computed: string): Color | null {
  const form = /^(rgba?|color)\((?:srgb )?([^()]+)\)$/.exec(computed.trim());
  if (form === null) return null;
  const [red, green, blue, alpha] = (form[2] ?? "").split(/[\s,/]+/).map(Number);
  if (![red, green, blue].every(Number.isFinite) || alpha === 0) return null;
  const scale = form[1] === "color" ? 255 : 1;
  return { red: channel((red ?? 0) * scale), green: channel((green ?? 0) * scale), blue: channel((blue ?? 0) * scale) };
}

/** The colour as CSS, six digits after a number sign. */
export function toCss(color: Color): string {
  return `#${[color.red, color.green, color.blue].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

/** Relative luminance, from 0 (black) to 1 (white). */
export function luminance(color: Color): number {
  return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
}

/** Contrast of two colours, from 1 (the same) to 21 (black and white). */
export function contrast(one: Color, other: Color): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((left, right) => left - right) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

/** Black or white, whichever reads better on a colour; the contrast is always 4.5 or more. */
export function foregroundOn(background: Color): Color {
  return contrast(WHITE, background) >= contrast(BLACK, background) ? WHITE : BLACK;
}

/**
 * The nearest shade of a colour that stands out from a background: mixed with black or white step by step.
 * @param wanted contrast to reach; every background allows 4.5. Where it does not allow more, black or white is given
 */
export function shadeOn(color: Color, background: Color, wanted: number): Color {
  const end = foregroundOn(background);
  for (let share = 0; share < 1; share += 0.02) {
    const shade = mix(color, end, share);
    if (contrast(shade, background) >= wanted) return shade;
  }
  return end;
}

function mix(color: Color, other: Color, share: number): Color {
  return {
    red: channel(color.red + (other.red - color.red) * share),
    green: channel(color.green + (other.green - color.green) * share),
    blue: channel(color.blue + (other.blue - color.blue) * share),
  };
}

function channel(value: number): number {
  return Math.min(255, Math.max(0, Math.round(value)));
}

function linear(part: number): number {
  const share = part / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/** Which texts name a colour. */

/** What the browser takes for a colour too, but what only the page around could say the colour of. */
const BORROWED = /^(inherit|initial|unset|revert|revert-layer|currentcolor)$|\b(var|env|attr)\(|currentcolor/i;

/** Whether a text names the same colour wherever it stands. */
export function isColor(text: string): boolean {
  return !BORROWED.test(text.trim()) && CSS.supports("color", text);
}

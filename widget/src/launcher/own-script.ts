/** The script element that the launcher came from. */

const FILE = /\/widget\.js$/;

/** Find the script, or null where it came in another way. */
export function ownScript(page: Document): HTMLScriptElement | null {
  // Something in the page that is named like the property would stand in its place.
  const running: unknown = page.currentScript;
  if (running instanceof HTMLScriptElement) return running;
  return (
    Array.from(page.scripts).find((script) => script.src !== "" && FILE.test(new URL(script.src).pathname)) ?? null
  );
}

/** Saving text as a file. */

/** Milliseconds that a browser has to read the text. */
const RELEASE_AFTER = 10_000;

/**
 * Have the browser save a text.
 * @param name of the file, with its ending
 */
export function saveText(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // Some browsers read the text only after the click.
  setTimeout(() => URL.revokeObjectURL(address), RELEASE_AFTER);
}

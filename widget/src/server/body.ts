/** Reads the body of a response without trusting its length. */

/**
 * Read a body as text.
 * @param most bytes that are read at most
 * @returns the text, or null when it is longer, breaks off, or is not UTF-8
 * @throws DOMException when the request was aborted
 */
export async function readText(response: Response, most: number): Promise<string | null> {
  const reader = response.body?.getReader();
  if (reader === undefined) return "";
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return text + decoder.decode();
      length += value.byteLength;
      if (length > most) {
        void reader.cancel().catch(() => undefined);
        return null;
      }
      text += decoder.decode(value, { stream: true });
    }
  } catch (error) {
    // A TypeError is what a broken connection and bytes that are not UTF-8 raise alike.
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** Whether somebody can be reached by what they left. The server asks the same (`cryobot/channels/web_requests.py`). */

const DIGITS = 5;
const WORDS = 5;

/**
 * Tell whether a text is a telephone number or an e-mail address, with a few words such as a name at most: what else is
 * written there would be answered by nobody.
 */
export function isContact(text: string): boolean {
  const digits = text.match(/\p{Nd}/gu) ?? [];
  const words = text.replace(/\S+@\S+/g, "").match(/\p{L}{2,}/gu) ?? [];
  return (/\S@\S/.test(text) || digits.length >= DIGITS) && words.length <= WORDS;
}

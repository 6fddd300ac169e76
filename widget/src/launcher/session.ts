/** What happens once while a browser window is used. */

/** Whether this is the first time that something is asked for; never so where the browser cannot remember it. */
export function isFirstInSession(name: string): boolean {
  const key = `cryobot-done:${name}`;
  try {
    if (sessionStorage.getItem(key) !== null) return false;
    sessionStorage.setItem(key, "");
    return true;
  } catch {
    return false;
  }
}

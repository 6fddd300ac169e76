/** The settings of the assistant that the launcher belongs to. */

import { isRecord } from "../checks";
import { fill } from "../chat/words";
import type { ApprovedText, ApprovedTexts, Installation } from "../installation";

/** What the build writes into the script, for copies that no assistant's server has written its settings into. */
export interface Baked {
  /** Texts with `{emergency_number}` and `{centre_name}` in them. */
  readonly approved: ApprovedTexts;
  readonly defaults: Omit<Installation, "approved" | "chat">;
  /** Name of the file that is loaded on demand; it lies next to the script. */
  readonly chat: string;
}

/**
 * Work out the settings.
 * @param written what stands in the script in the place that the server writes to: an object if it did
 */
export function installationOf(written: unknown, baked: Baked): Installation {
  if (isRecord(written)) return written as unknown as Installation;
  const { approved, defaults, chat } = baked;
  const values = { emergency_number: defaults.emergencyNumber, centre_name: defaults.centreName };
  const filled = (text: ApprovedText): ApprovedText =>
    Object.fromEntries(Object.entries(text).map(([language, words]) => [language, fill(words, values)]));
  return {
    ...defaults,
    approved: { ...approved, unavailable: filled(approved.unavailable), greeting: approved.greeting.map(filled) },
    chat,
  };
}

/** What the widget knows of the installation it belongs to. */

import type { Button } from "./conversation/message";

/** An approved text, by language. Placeholders are filled when it comes from an assistant. */
export type ApprovedText = Readonly<Record<string, string>>;

/** The approved texts and buttons that are there before the server is asked anything. */
export interface ApprovedTexts {
  /** Shown when anything fails. */
  readonly unavailable: ApprovedText;
  /** What the assistant says first, one bubble each. */
  readonly greeting: readonly ApprovedText[];
  /** The most asked topics, by language. */
  readonly topics: Readonly<Record<string, readonly Button[]>>;
  /** What "talk to staff" sends. */
  readonly staffPayload: string;
}

/** Settings of one assistant, which its server writes into the script. */
export interface Installation {
  readonly approved: ApprovedTexts;
  readonly emergencyNumber: string;
  readonly centreName: string;
  /** Path of the part that is loaded on demand, from the server's root. */
  readonly chat: string;
  /** How long the browser keeps a conversation without a new message. */
  readonly keepHours: number;
  /** The longest message that the server takes. */
  readonly messageCharacters: number;
  /** How long an answer may take. */
  readonly timeoutSeconds: number;
}

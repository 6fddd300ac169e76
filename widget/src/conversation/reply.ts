/** Which replies can be shown, whether they come from the server or from the browser's storage. */

import { isOneOf, isRecord, isText } from "../checks";
import type { Basis, Button, Escalation, Reply } from "./message";

const ESCALATIONS: readonly Escalation[] = ["emergency", "dermatologist", "doctor", "staff", "none"];
const BASES: readonly Basis[] = ["article", "safety-policy"];
const GUIDANCE_ID = /^[a-z]+(-[a-z]+)*$/;
const PAYLOAD = /^\/[a-z]+(-[a-z]+)*$/;
const LANGUAGE = /^[a-z]{2}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The fields of a reply before anything is known of them. */
export type ReplyFields = Readonly<Record<keyof Reply, unknown>>;

/**
 * Make a reply of fields that came from outside.
 * @returns the reply without the buttons that cannot be used, or null when the reply itself cannot be shown
 */
export function replyOf(fields: ReplyFields): Reply | null {
  const { text, language, guidanceId, escalation, basis, sections, reviewedOn, version, buttons } = fields;
  if (!isText(text) || !isText(version)) return null;
  if (!matches(GUIDANCE_ID, guidanceId) || !matches(LANGUAGE, language)) return null;
  if (!isOneOf(ESCALATIONS, escalation) || !isOneOf(BASES, basis)) return null;
  if (!isDay(reviewedOn) || !Array.isArray(sections) || !sections.every(isText) || !Array.isArray(buttons)) return null;
  return {
    text,
    language,
    guidanceId,
    escalation,
    basis,
    sections: [...sections],
    reviewedOn,
    version,
    buttons: buttons.flatMap((button) => buttonOf(button) ?? []),
  };
}

function buttonOf(value: unknown): Button | null {
  if (!isRecord(value) || !isText(value.title) || !matches(PAYLOAD, value.payload)) return null;
  return { title: value.title, payload: value.payload };
}

function matches(pattern: RegExp, value: unknown): value is string {
  return typeof value === "string" && pattern.test(value);
}

function isDay(value: unknown): value is string {
  return matches(DAY, value) && !Number.isNaN(Date.parse(`${value}T00:00:00Z`));
}

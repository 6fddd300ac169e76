/** When something was written. */

import { html, type TemplateResult } from "lit";

import { messageTime } from "../times";

export function timeView(at: number, locale: string): TemplateResult {
  return html`<time class="time" datetime=${new Date(at).toISOString()}>${messageTime(at, Date.now(), locale)}</time>`;
}

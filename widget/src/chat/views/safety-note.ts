/** What must be understood even by somebody who does not read the language of the replies. */

import { html, type TemplateResult } from "lit";

import { warningIcon } from "../icons";
import type { Scene } from "../scene";
import { fill } from "../words";
import { callView } from "./call";

export function safetyNoteView(scene: Scene): TemplateResult {
  const { installation, words } = scene;
  return html`<div class="safety-note" role="note">
    <p>${warningIcon}<span>${fill(words.safety_note, { number: installation.emergencyNumber })}</span></p>
    ${callView(scene)}
  </div>`;
}

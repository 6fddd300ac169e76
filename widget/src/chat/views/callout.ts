/** How an answer stands out by whom it sends the visitor to: by border, icon and heading, never by colour alone. */

import { html, nothing, type TemplateResult } from "lit";

import type { Answer, Escalation } from "../../conversation/message";
import { dermatologistIcon, doctorIcon, emergencyIcon, staffIcon } from "../icons";
import type { Scene } from "../scene";
import { CALLOUT_HEADINGS } from "../words";
import { callView } from "./call";

const ICONS: Readonly<Record<Exclude<Escalation, "none">, TemplateResult>> = {
  emergency: emergencyIcon,
  dermatologist: dermatologistIcon,
  doctor: doctorIcon,
  staff: staffIcon,
};

/** @param text the answer's own text, which stands in the callout */
export function calloutView(scene: Scene, { escalation, id }: Answer, text: TemplateResult): TemplateResult {
  if (escalation === "none") return html`<div class="bubble">${text}</div>`;
  const heading = `callout-${id}`;
  return html`<div class="bubble callout ${escalation}" role="group" aria-labelledby=${heading}>
    <h4 class="callout-heading" id=${heading}>
      ${ICONS[escalation]}<span>${scene.words[CALLOUT_HEADINGS[escalation]]}</span>
    </h4>
    ${escalation === "emergency" ? callView(scene) : nothing} ${text}
  </div>`;
}

/** A button that is an icon; its name is read out, and shown under the pointer. */

import { html, type TemplateResult } from "lit";

export function toolView(name: string, icon: TemplateResult, act: () => void): TemplateResult {
  return html`<button type="button" class="tool" aria-label=${name} title=${name} @click=${act}>${icon}</button>`;
}

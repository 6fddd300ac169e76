/** Buttons that ask for something: topics, and what an answer suggests. */

import { html, type TemplateResult } from "lit";
import { ifDefined } from "lit/directives/if-defined.js";

import type { Button } from "../../conversation/message";
import type { Scene } from "../scene";

export interface ChipsOptions {
  /** Language of the titles. */
  readonly language: string;
  /** Whether they are those to go on with; others step back. */
  readonly latest: boolean;
  /** Id of the heading that names the group; without one, the interface's own name is used. */
  readonly labelledBy?: string;
}

export function chipsView(scene: Scene, buttons: readonly Button[], options: ChipsOptions): TemplateResult {
  const { actions, words } = scene;
  const name = options.labelledBy === undefined ? words.replies_label : undefined;
  return html`<div
    class="chips ${options.latest ? "" : "past"}"
    role="group"
    aria-label=${ifDefined(name)}
    aria-labelledby=${ifDefined(options.labelledBy)}
  >
    ${buttons.map(
      (button) =>
        html`<button
          type="button"
          class="chip"
          lang=${options.language}
          data-payload=${button.payload}
          @click=${() => actions.press(button)}
        >
          ${button.title}
        </button>`,
    )}
  </div>`;
}

/** What is always within reach: what can be done with the conversation as a whole, and a person. */

import { html, nothing, type TemplateResult } from "lit";

import type { Standing } from "../../conversation/message";
import { saveIcon, staffIcon, startAgainIcon, wipeIcon } from "../icons";
import type { Scene } from "../scene";
import { toolView } from "./tool";

/** @param standing while staff are in the conversation or waited for, it is not left by starting again */
export function footerView({ actions, words }: Scene, standing: Standing): TemplateResult {
  return html`<footer class="footer" role="none">
    ${standing === "assistant" ? toolView(words.start_again, startAgainIcon, actions.startAgain) : nothing}
    ${toolView(words.save, saveIcon, actions.save)} ${toolView(words.wipe, wipeIcon, actions.wipe)}
    <button type="button" class="to-staff" @click=${actions.talkToStaff}>
      ${staffIcon}<span>${words.talk_to_staff}</span>
    </button>
  </footer>`;
}

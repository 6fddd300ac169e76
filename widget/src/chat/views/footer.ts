/** What is always within reach: what can be done with the conversation as a whole, and a person. */

import { html, type TemplateResult } from "lit";

import { saveIcon, staffIcon, startAgainIcon, wipeIcon } from "../icons";
import type { Scene } from "../scene";
import { toolView } from "./tool";

export function footerView({ actions, words }: Scene): TemplateResult {
  return html`<footer class="footer" role="none">
    ${toolView(words.start_again, startAgainIcon, actions.startAgain)} ${toolView(words.save, saveIcon, actions.save)}
    ${toolView(words.wipe, wipeIcon, actions.wipe)}
    <button type="button" class="to-staff" @click=${actions.talkToStaff}>
      ${staffIcon}<span>${words.talk_to_staff}</span>
    </button>
  </footer>`;
}

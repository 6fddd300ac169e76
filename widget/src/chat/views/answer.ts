/** One answer: an approved text, where it comes from, and what can be done with it. */

import { html, nothing, type TemplateResult } from "lit";

import type { Answer } from "../../conversation/message";
import { copyIcon, helpfulIcon, notHelpfulIcon } from "../icons";
import type { Scene } from "../scene";
import { calloutView } from "./callout";
import { chipsView } from "./chips";
import { safetyNoteView } from "./safety-note";
import { sourceView } from "./source";
import { timeView } from "./time";

/** Replies that do not know what was meant; it may have been something serious. */
const WITHOUT_ANSWER: readonly string[] = ["unclear", "out-of-scope", "not-covered"];

/** @param latest whether nothing was asked after it */
export function answerView(scene: Scene, answer: Answer, latest: boolean): TemplateResult {
  const { actions, language, locale, words } = scene;
  const { id, rating } = answer;
  const noted = answer.language !== language && WITHOUT_ANSWER.includes(answer.guidanceId);
  const text = html`<p class="text" lang=${answer.language} dir="ltr">${answer.text}</p>`;
  return html`<article
    class="message answer"
    data-kind="answer"
    data-key=${id}
    data-guidance-id=${answer.guidanceId}
    data-escalation=${answer.escalation}
  >
    <h3 class="hidden">${words.bot}</h3>
    ${calloutView(scene, answer, text)} ${noted ? safetyNoteView(scene) : nothing} ${sourceView(scene, answer)}
    <div class="about">
      ${timeView(answer.at, locale)}
      <span class="answer-tools">
        ${rate(words.helpful, helpfulIcon, rating === "helpful", () => actions.rate(id, true))}
        ${rate(words.not_helpful, notHelpfulIcon, rating === "not-helpful", () => actions.rate(id, false))}
        <button
          type="button"
          class="tool small"
          aria-label=${words.copy}
          title=${words.copy}
          @click=${() => actions.copy(answer.text)}
        >
          ${copyIcon}
        </button>
      </span>
    </div>
    ${answer.buttons.length > 0
      ? chipsView(scene, answer.buttons, { language: answer.language, latest })
      : nothing}
  </article>`;
}

function rate(name: string, icon: TemplateResult, pressed: boolean, act: () => void): TemplateResult {
  return html`<button
    type="button"
    class="tool small"
    aria-label=${name}
    aria-pressed=${pressed ? "true" : "false"}
    title=${name}
    @click=${act}
  >
    ${icon}
  </button>`;
}

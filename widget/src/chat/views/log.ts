/** The conversation. What is new is announced; what stands there already is not touched again. */

import { html, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";

import type { Entry } from "../entries";
import type { Scene } from "../scene";
import { answerView } from "./answer";
import { deskMessageView } from "./desk-message";
import { failureView } from "./failure";
import { greetingView } from "./greeting";
import { questionView } from "./question";

/**
 * @param entries what stands in it, in order
 * @param progress what is said while a message is on its way, or nothing
 * @param announced whether new content is read out; not while the chat opens, as nothing of it is new
 */
export function logView(scene: Scene, entries: readonly Entry[], progress: string, announced: boolean): TemplateResult {
  const { words } = scene;
  return html`<div
    class="log"
    role="log"
    aria-live=${announced ? "polite" : "off"}
    aria-label=${words.log_label}
    tabindex="0"
  >
    ${greetingView(scene, entries.length === 0)}
    ${repeat(
      entries,
      (entry) => entry.key,
      (entry) => entryView(scene, entry),
    )}
    <div class="typing" role="status">
      ${progress
        ? html`<span class="dots" aria-hidden="true"><span></span><span></span><span></span></span>
            <span>${progress}</span>`
        : ""}
    </div>
  </div>`;
}

function entryView(scene: Scene, entry: Entry): TemplateResult {
  switch (entry.kind) {
    case "question":
      return questionView(scene, entry.key, entry.question, entry.passedOn);
    case "answer":
      return answerView(scene, entry.answer, entry.latest);
    case "desk":
      return deskMessageView(scene, entry.key, entry.message);
    case "failure":
      return failureView(scene, entry.key, entry.question, entry.latest);
  }
}

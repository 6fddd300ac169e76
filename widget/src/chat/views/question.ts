/** What the visitor asked. */

import { html, nothing, type TemplateResult } from "lit";

import type { Question } from "../../conversation/message";
import { staffIcon, warningIcon } from "../icons";
import type { Scene } from "../scene";
import { timeView } from "./time";

/**
 * @param key under which it stands in the log
 * @param passedOn whether it went to a person
 */
export function questionView(
  { locale, words }: Scene,
  key: string,
  question: Question,
  passedOn: boolean,
): TemplateResult {
  return html`<article
    class="message question"
    data-kind="question"
    data-key=${key}
    data-state=${question.state}
  >
    <h3 class="hidden">${words.you}</h3>
    <p class="bubble" dir="auto">${question.text}</p>
    <p class="about">
      ${question.state === "failed"
        ? html`<span class="not-delivered">${warningIcon}${words.not_delivered}</span>`
        : nothing}
      ${passedOn ? html`<span class="passed-on">${staffIcon}${words.passed_on}</span>` : nothing}
      ${timeView(question.at, locale)}
    </p>
  </article>`;
}

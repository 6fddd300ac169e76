/** What the visitor asked. */

import { html, nothing, type TemplateResult } from "lit";

import type { Question } from "../../conversation/message";
import { warningIcon } from "../icons";
import type { Scene } from "../scene";
import { timeView } from "./time";

/** @param key under which it stands in the log */
export function questionView({ locale, words }: Scene, key: string, question: Question): TemplateResult {
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
      ${timeView(question.at, locale)}
    </p>
  </article>`;
}

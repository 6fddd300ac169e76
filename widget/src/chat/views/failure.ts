/** What stands below a question that was not answered. */

import { html, nothing, type TemplateResult } from "lit";

import type { FailureReason, Question } from "../../conversation/message";
import { approvedIn } from "../approved";
import { startAgainIcon, warningIcon } from "../icons";
import type { Scene } from "../scene";
import { exactTime } from "../times";
import { fill, type Words } from "../words";
import { callView } from "./call";

const REASONS: Readonly<Record<FailureReason, keyof Words>> = {
  offline: "failure_offline",
  timeout: "failure_timeout",
  limit: "failure_limit",
  server: "failure_server",
  reply: "failure_reply",
  unreachable: "failure_unreachable",
};

/**
 * @param key under which it stands in the log
 * @param latest whether no later question failed; older cards only offer to try again, so that the advice stands once
 */
export function failureView(scene: Scene, key: string, question: Question, latest: boolean): TemplateResult {
  const { actions, locale, words } = scene;
  const reason = question.failure ?? "server";
  const wait = question.retryAt !== null && question.retryAt > Date.now() ? question.retryAt : null;
  return html`<article
    class="message failure"
    data-kind="failure"
    data-key=${key}
    data-reason=${reason}
  >
    <div class="bubble callout failed">
      <div role="alert">
        <h3 class="callout-heading">${warningIcon}<span>${words.failure_heading}</span></h3>
        <p>
          ${words[REASONS[reason]]}
          ${wait === null ? nothing : fill(words.failure_wait, { time: exactTime(wait, locale) })}
        </p>
        ${latest ? adviceView(scene) : nothing}
      </div>
      <div class="failure-actions">
        ${latest ? callView(scene) : nothing}
        <button type="button" class="retry" ?disabled=${wait !== null} @click=${() => actions.retry(question.id)}>
          ${startAgainIcon}<span>${words.failure_retry}</span>
        </button>
      </div>
    </div>
  </article>`;
}

function adviceView({ installation, language }: Scene): TemplateResult {
  const { content, language: textLanguage } = approvedIn(installation.approved.unavailable, language);
  return html`<p class="text" lang=${textLanguage} dir="ltr">${content}</p>`;
}

/** Where an answer comes from and when it was last reviewed. */

import { html, type TemplateResult } from "lit";

import type { Answer } from "../../conversation/message";
import type { Scene } from "../scene";
import { quotedSections } from "../sources";
import { dayInWords } from "../times";
import { around, fill } from "../words";

export function sourceView({ locale, words }: Scene, answer: Answer): TemplateResult {
  const reviewed = fill(words.reviewed, { date: dayInWords(answer.reviewedOn, locale) });
  return html`<p class="source">
    <span>${answer.basis === "article" ? article(words.source_article, answer) : words.source_policy}</span>
    <span>${reviewed}</span>
  </p>`;
}

function article(words: string, answer: Answer): TemplateResult {
  const [before, after] = around(words, "sections");
  return html`${before}<span lang=${answer.language}>${quotedSections(answer)}</span>${after}`;
}

/** What stands at the start of every conversation. */

import { html, nothing, type TemplateResult } from "lit";

import { approvedIn, speaks, topicsIn } from "../approved";
import type { Scene } from "../scene";
import { hoursInWords } from "../times";
import { fill } from "../words";
import { chipsView } from "./chips";
import { safetyNoteView } from "./safety-note";

/** @param fresh whether nothing was asked yet, so that the topics are what to go on with */
export function greetingView(scene: Scene, fresh: boolean): TemplateResult {
  const { installation, language, locale, words } = scene;
  const { approved } = installation;
  const topics = topicsIn(approved, language);
  const privacy = fill(words.privacy, { time: hoursInWords(installation.keepHours, locale), wipe: words.wipe });
  return html`<section class="greeting">
    <p class="intro" id="intro">${words.intro}</p>
    ${speaks(approved, language)
      ? nothing
      : html`<div class="language-notice">
          <p>${words.guidance_language}</p>
          ${safetyNoteView(scene)}
        </div>`}
    ${approved.greeting.map((text) => {
      const { content, language: textLanguage } = approvedIn(text, language);
      return html`<p class="bubble" lang=${textLanguage} dir="ltr">${content}</p>`;
    })}
    ${topics.content.length === 0
      ? nothing
      : html`<h3 class="topics-heading" id="topics">${words.topics_heading}</h3>
          ${chipsView(scene, topics.content, { language: topics.language, latest: fresh, labelledBy: "topics" })}`}
    <p class="privacy">${privacy}</p>
  </section>`;
}

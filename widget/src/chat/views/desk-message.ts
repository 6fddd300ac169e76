/** What was written from the staff desk: by a person, told apart by name, icon and border, or a notice of the bot. */

import { html, type TemplateResult } from "lit";

import type { DeskMessage } from "../../conversation/message";
import { staffIcon } from "../icons";
import type { Scene } from "../scene";
import { fill } from "../words";
import { timeView } from "./time";

/** @param key under which it stands in the log */
export function deskMessageView(scene: Scene, key: string, message: DeskMessage): TemplateResult {
  const { locale, words } = scene;
  const { author, language, text } = message;
  const content =
    author === null
      ? html`<h3 class="hidden">${words.bot}</h3>
          <div class="bubble callout staff"><p class="text" lang=${language ?? scene.language} dir="ltr">${text}</p></div>`
      : html`<h3 class="person-name" dir="auto">${staffIcon}<span>${fill(words.person, { name: author })}</span></h3>
          <div class="bubble person"><p class="text" dir="auto">${text}</p></div>`;
  return html`<article
    class="message answer"
    data-kind="desk"
    data-key=${key}
    data-author=${author === null ? "notice" : "person"}
  >
    ${content}
    <div class="about">${timeView(message.at, locale)}</div>
  </article>`;
}

/** The top of the chat: what it is, and the way out. */

import { html, nothing, type TemplateResult } from "lit";

import { botIcon, closeIcon } from "../icons";
import type { Scene } from "../scene";
import { toolView } from "./tool";

export function headerView({ actions, closable, title, words }: Scene): TemplateResult {
  return html`<header class="header" role="none">
    <span class="mark">${botIcon}</span>
    <div class="names">
      <h2 class="title">${title}</h2>
      <p class="badge">${words.badge}</p>
    </div>
    ${closable ? toolView(words.close, closeIcon, actions.close) : nothing}
  </header>`;
}

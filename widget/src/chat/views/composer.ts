/** Where the visitor writes. */

import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";

import { lengthOf } from "../draft";
import { sendIcon } from "../icons";
import type { Scene } from "../scene";
import { fill } from "../words";

/** @param draft what was written so far */
export function composerView({ actions, installation, words }: Scene, draft: string): TemplateResult {
  const limit = installation.messageCharacters;
  const length = lengthOf(draft);
  const tooLong = length > limit;
  return html`<form class="composer" @submit=${(event: Event) => submit(event, actions.submit)}>
    ${tooLong
      ? html`<p class="too-long" id="too-long" role="alert">
          ${fill(words.too_long, { limit: String(limit) })} <span aria-hidden="true">${length}/${limit}</span>
        </p>`
      : nothing}
    <div class="field">
      <label class="hidden" for="message">${words.message_label}</label>
      <textarea
        id="message"
        rows="1"
        autocomplete="off"
        enterkeyhint="send"
        placeholder=${words.message_label}
        aria-invalid=${tooLong ? "true" : "false"}
        aria-describedby=${tooLong ? "too-long" : nothing}
        .value=${live(draft)}
        @input=${(event: InputEvent) => actions.write((event.target as HTMLTextAreaElement).value)}
        @keydown=${(event: KeyboardEvent) => sendOnEnter(event, actions.submit)}
      ></textarea>
      <button type="submit" class="send" aria-label=${words.send} title=${words.send} ?disabled=${tooLong}>
        ${sendIcon}
      </button>
    </div>
  </form>`;
}

function submit(event: Event, act: () => void): void {
  event.preventDefault();
  act();
}

/** Enter ends a word in input methods for some scripts; then it does not send. */
function sendOnEnter(event: KeyboardEvent, act: () => void): void {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  submit(event, act);
}

/** Make the field as high as what is written, up to the limit that the style sheet sets. */
export function fitField(field: HTMLTextAreaElement): void {
  field.style.height = "auto";
  const borders = field.offsetHeight - field.clientHeight;
  field.style.height = `${field.scrollHeight + borders}px`;
}

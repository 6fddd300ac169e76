/** Who reads what the visitor writes, and how staff can reach the visitor later. */

import { html, nothing, type TemplateResult } from "lit";

import type { Standing } from "../../conversation/message";
import type { Updates } from "../../server/chat-server";
import { staffIcon } from "../icons";
import type { Scene } from "../scene";

/** The longest telephone number or address that the server takes. */
const CONTACT_CHARACTERS = 200;
const SHORTEST_CONTACT = 5;

export function standingView(scene: Scene, standing: Standing, contact: Updates["contact"]): TemplateResult {
  const { words } = scene;
  const said = { assistant: "", waiting: words.standing_waiting, person: words.standing_person }[standing];
  return html`<div class="standing" data-standing=${standing}>
    <p role="status">${said === "" ? nothing : html`${staffIcon}<span>${said}</span>`}</p>
    ${contact === "possible" ? contactView(scene) : nothing}
    ${contact === "left" && standing !== "assistant" ? html`<p class="contact-left">${words.contact_left}</p>` : nothing}
  </div>`;
}

function contactView({ actions, words }: Scene): TemplateResult {
  return html`<details class="contact">
    <summary>${words.contact_heading}</summary>
    <form @submit=${(event: SubmitEvent) => submit(event, actions.leaveContact)}>
      <label for="contact">${words.contact_label}</label>
      <input
        id="contact"
        name="contact"
        type="text"
        required
        minlength=${SHORTEST_CONTACT}
        maxlength=${CONTACT_CHARACTERS}
        autocomplete="tel"
        dir="auto"
      />
      <label class="consent"><input name="consent" type="checkbox" required /> <span>${words.contact_consent}</span></label>
      <button type="submit" class="retry"><span>${words.contact_send}</span></button>
    </form>
  </details>`;
}

function submit(event: SubmitEvent, act: (contact: string) => void): void {
  event.preventDefault();
  const contact = new FormData(event.target as HTMLFormElement).get("contact");
  if (typeof contact === "string" && contact.trim() !== "") act(contact.trim());
}

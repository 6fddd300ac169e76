/** Who reads what the visitor writes, and how staff can reach the visitor later. */

import { html, nothing, type TemplateResult } from "lit";

import type { Standing } from "../../conversation/message";
import type { Updates } from "../../server/chat-server";
import { staffIcon } from "../icons";
import type { Actions, Scene } from "../scene";

/** The longest telephone number or address that the server takes. */
const CONTACT_CHARACTERS = 200;
const SHORTEST_CONTACT = 5;

export function standingView(scene: Scene, standing: Standing, contact: Updates["contact"]): TemplateResult {
  const { words } = scene;
  const isLeft = contact === "left" && standing !== "assistant";
  const said = { assistant: "", waiting: words.standing_waiting, person: words.standing_person }[standing];
  return html`<div class="standing" data-standing=${standing}>
    <p role="status">${said === "" ? nothing : html`${staffIcon}<span>${said}</span>`}</p>
    <p role="status" class="contact-left">${isLeft ? words.contact_left : nothing}</p>
    ${isLeft ? html`<div>${contactView(scene, words.contact_change)}</div>` : nothing}
    ${contact === "possible" ? contactView(scene, words.contact_heading) : nothing}
  </div>`;
}

function contactView({ actions, words }: Scene, heading: string): TemplateResult {
  return html`<details class="contact">
    <summary>${heading}</summary>
    <form @submit=${(event: SubmitEvent) => void submit(event, actions)}>
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

async function submit(event: SubmitEvent, actions: Actions): Promise<void> {
  event.preventDefault();
  const form = event.target as HTMLFormElement;
  const contact = new FormData(form).get("contact");
  if (typeof contact !== "string" || contact.trim() === "") return;
  if (!(await actions.leaveContact(contact.trim()))) return;
  form.reset();
  form.closest("details")?.removeAttribute("open");
}

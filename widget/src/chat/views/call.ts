/** The link that dials the emergency number. */

import { html, nothing, type TemplateResult } from "lit";

import { phoneIcon } from "../icons";
import type { Scene } from "../scene";
import { dialAddress } from "../telephone";
import { fill } from "../words";

export function callView({ installation, words }: Scene): TemplateResult | typeof nothing {
  const address = dialAddress(installation.emergencyNumber);
  if (address === null) return nothing;
  const name = fill(words.call, { number: installation.emergencyNumber });
  return html`<a class="call" href=${address}>${phoneIcon}<span>${name}</span></a>`;
}

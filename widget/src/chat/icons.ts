/** Icons: drawn on 24 by 24, in the colour of the text, hidden from assistive technology. */

import { html, svg, type SVGTemplateResult, type TemplateResult } from "lit";

function icon(shape: SVGTemplateResult): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${shape}</svg>`;
}

export const closeIcon = icon(svg`<path d="M6 6l12 12M18 6L6 18" />`);
export const startAgainIcon = icon(svg`<path d="M4.5 12a7.5 7.5 0 1 0 2.4-5.5" /><path d="M6.5 2.5v4.3h4.3" />`);
export const saveIcon = icon(svg`<path d="M12 4v11M7.5 10.8 12 15.3l4.5-4.5M5 19.5h14" />`);
export const wipeIcon = icon(
  svg`<path d="M4.5 7h15M9.5 7V4.5h5V7M6.5 7l.8 12.5h9.4L17.5 7M10.3 11v4.8M13.7 11v4.8" />`,
);
export const sendIcon = icon(svg`<path d="M12 19V5M5.5 11.5 12 5l6.5 6.5" />`);
export const helpfulIcon = icon(
  svg`<path d="M7.5 11v8.5H4V11zM7.5 11l4-7c1.5 0 2.4 1.1 2.2 2.5L13.2 10h5.1c1.1 0 1.9 1 1.7 2.1l-1.1 5.8c-.2.9-1 1.6-1.9 1.6H7.5" />`,
);
export const notHelpfulIcon = icon(
  svg`<path d="M7.5 13V4.5H4V13zM7.5 13l4 7c1.5 0 2.4-1.1 2.2-2.5L13.2 14h5.1c1.1 0 1.9-1 1.7-2.1l-1.1-5.8c-.2-.9-1-1.6-1.9-1.6H7.5" />`,
);
export const copyIcon = icon(
  svg`<rect x="8.5" y="8.5" width="11" height="11" rx="2" /><path d="M15.5 8.5v-2a2 2 0 0 0-2-2h-7a2 2 0 0 0-2 2v7a2 2 0 0 0 2 2h2" />`,
);
export const phoneIcon = icon(
  svg`<path d="M6.2 4h3l1.5 4-2 1.6a12 12 0 0 0 5.7 5.7l1.6-2 4 1.5v3c0 1-.9 1.8-1.9 1.7C10.8 18.9 5.1 13.2 4.5 5.9 4.4 4.9 5.2 4 6.2 4z" />`,
);
export const staffIcon = icon(
  svg`<path d="M4.5 14v-2a7.5 7.5 0 0 1 15 0v2M4.5 13.5h3v5h-1a2 2 0 0 1-2-2zM19.5 13.5h-3v5h1a2 2 0 0 0 2-2zM17.5 18.5c0 1.5-1.5 2.5-4 2.5" />`,
);
export const doctorIcon = icon(
  svg`<path d="M6.5 3.5H5v5.2a4.5 4.5 0 0 0 9 0V3.5h-1.5M9.5 13.2v2.3a4.5 4.5 0 0 0 9 0v-2" /><circle cx="18.5" cy="11.5" r="2" />`,
);
/** A magnifying glass over a spot: someone has to look at the skin. */
export const dermatologistIcon = icon(
  svg`<circle cx="10.5" cy="10.5" r="6.5" /><path d="M15.3 15.3 20.5 20.5" /><circle cx="10.5" cy="10.5" r="1.6" fill="currentColor" />`,
);
export const emergencyIcon = icon(svg`<path d="M12 3.5 22 20.5H2zM12 10v4.8M12 17.4v.4" />`);
export const warningIcon = icon(svg`<circle cx="12" cy="12" r="8.5" /><path d="M12 7.5v5.2M12 15.9v.4" />`);
/** A speech bubble with a snow crystal: the bot. */
export const botIcon = icon(
  svg`<path d="M5.5 4h13a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H12l-4.5 3.5V17h-2a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z" /><path d="M12 7v7M9 8.7l6 3.6M15 8.7l-6 3.6" />`,
);

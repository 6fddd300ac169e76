/**
 * The styles of the launcher.
 *
 * Declarations of `:host` that are `!important` win over those of the page that are. Text is sized from `medium`,
 * which visitors set in their browser, because `rem` and what is inherited would follow the page.
 */

import { element } from "./dom";

const RULES = `
:host([floating]) {
  all: initial !important;
  display: block !important;
  position: fixed !important;
  z-index: 2147483647 !important;
  inset-block-end: max(20px, env(safe-area-inset-bottom)) !important;
  inset-inline-end: max(20px, env(safe-area-inset-left), env(safe-area-inset-right)) !important;
  inline-size: 60px !important;
  block-size: 60px !important;
  color-scheme: light dark !important;
}
:host([floating][data-position="start"]) {
  inset-inline: max(20px, env(safe-area-inset-left), env(safe-area-inset-right)) auto !important;
}
:host([floating][data-position="left"]) {
  inset-inline: auto !important;
  left: max(20px, env(safe-area-inset-left)) !important;
}
:host([floating][data-position="right"]) {
  inset-inline: auto !important;
  right: max(20px, env(safe-area-inset-right)) !important;
}
:host(:not([floating])) {
  display: block !important;
  visibility: visible !important;
  opacity: 1 !important;
  transform: none !important;
  rotate: none !important;
  scale: none !important;
  filter: none !important;
  writing-mode: horizontal-tb !important;
  color-scheme: light dark !important;
  height: 640px;
  max-height: 100vh;
}
:host([hidden]) { display: none !important; }
@media print { :host([floating]) { display: none !important; } }

.inline { all: initial; display: block; direction: ltr; }
.launcher, .anchor, .inline {
  --surface: #ffffff; --text: #15212a; --edge: #d6dfe4; --danger: #ab0e23; --link: var(--accent-text-light);
  --shadow: 0 12px 40px rgb(16 32 44 / .22), 0 2px 8px rgb(16 32 44 / .2);
  font: 400 medium/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
}
@media (prefers-color-scheme: dark) {
  .launcher, .anchor, .inline {
    --surface: #1a2329; --text: #eef3f6; --edge: #84959f; --danger: #ffa3ac; --link: var(--accent-text-dark);
    --shadow: 0 12px 40px rgb(0 0 0 / .6), 0 0 0 1px #35434c;
  }
}
button, a { appearance: none; margin: 0; font: inherit; cursor: pointer; box-sizing: border-box; }
.icon {
  display: block; flex: none; width: 24px; height: 24px;
  fill: none; stroke: currentColor; stroke-width: 1.75; stroke-linecap: round; stroke-linejoin: round;
}

.launcher {
  position: relative; display: grid; place-items: center; width: 60px; height: 60px; padding: 0;
  border: 2px solid var(--on-accent); border-radius: 50%;
  background: var(--accent); color: var(--on-accent);
  box-shadow: var(--shadow);
}
/* The icon changes by itself; a click that began on the old one would be lost. */
.launcher .icon { width: 30px; height: 30px; pointer-events: none; }
/* There is a conversation to go on with. Dot and ring contrast with each other, whatever the page has behind them. */
.launcher.continued::after {
  content: ""; position: absolute; top: -4px; right: -4px; width: 12px; height: 12px;
  border: 3px solid var(--accent); border-radius: 50%; background: var(--on-accent);
}
.launcher.unread::after {
  content: "!"; display: grid; place-items: center; width: 20px; height: 20px; background: #8f0a1c; color: #ffffff;
  border-color: #ffffff; font: 700 13px/1 sans-serif;
}
.launcher:hover { box-shadow: var(--shadow), inset 0 0 0 2px var(--on-accent); }
.launcher:focus-visible {
  outline: 3px solid #000000; outline-offset: 2px;
  box-shadow: 0 0 0 2px #ffffff, 0 0 0 7px #ffffff;
}
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

.anchor { position: absolute; inset-block-end: 76px; inset-inline-end: 0; }
:host([data-position="start"]) .anchor { inset-inline: 0 auto; }
:host([data-position="left"]) .anchor { inset-inline: auto; left: 0; }
:host([data-position="right"]) .anchor { inset-inline: auto; right: 0; }
.failure {
  direction: ltr; text-align: start; overflow-wrap: anywhere;
  display: grid; gap: 12px; margin: 0; padding: 20px; box-sizing: border-box;
  border: 1px solid var(--edge); border-inline-start: 6px solid var(--danger); border-radius: 20px;
  background: var(--surface); color: var(--text);
}
.anchor .failure {
  position: static; width: min(380px, 100vw - 40px); max-height: calc(100vh - 112px); overflow: auto;
  box-shadow: var(--shadow);
}
/* Zoomed in far, there is no room above the button. */
@media (max-height: 480px) {
  :host([floating]) .anchor:not(:empty) { position: fixed; inset: 8px; }
  .anchor .failure { width: auto; max-height: 100%; }
}
.inline { height: 100%; overflow: auto; border-radius: 16px; background: var(--surface); color: var(--text); }
.inline .loading { margin: 0; padding: 20px; }
.failure h2 { margin: 0; padding-inline-end: 48px; font-size: 1.125em; color: var(--danger); }
.failure p { margin: 8px 0 0; }
.failure .close {
  position: absolute; top: 12px; right: 12px; display: grid; place-items: center; width: 44px; height: 44px;
  padding: 0; border: 0; border-radius: 12px; background: none; color: inherit;
}
.action {
  display: flex; align-items: center; justify-content: center; gap: 8px; min-height: 48px; padding: 8px 16px;
  border: 2px solid var(--link); border-radius: 12px; background: none; color: var(--link);
  font-weight: 600; text-decoration: none;
}
.call { border-color: #ab0e23; background: #ab0e23; color: #ffffff; }
.failure :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.action:hover { text-decoration: underline; }

@keyframes turn { to { rotate: 1turn; } }
@media (prefers-reduced-motion: no-preference) {
  .turning { animation: turn 1s linear infinite; }
}
@media (forced-colors: active) {
  .launcher, .failure, .action { border-color: ButtonBorder; }
  .launcher:focus-visible { outline-color: Highlight; }
  .launcher.continued::after { border-color: ButtonFace; background: ButtonText; }
}
`;

/** Give a shadow root the styles, by script where it can be: a strict Content-Security-Policy forbids style elements. */
export function adoptStyles(root: ShadowRoot): void {
  if ("adoptedStyleSheets" in Document.prototype) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(RULES);
    root.adoptedStyleSheets = [sheet];
  } else {
    root.append(element("style", {}, RULES));
  }
}

/** Buttons, icons, focus. Every target is at least 44 pixels high. */

import { css } from "lit";

export const controls = css`
  button {
    appearance: none;
    margin: 0;
    border: 1px solid transparent;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }

  button:disabled {
    cursor: not-allowed;
    opacity: 0.55;
  }

  :focus-visible {
    outline: 3px solid var(--accent-text);
    outline-offset: 2px;
  }

  .icon {
    flex: none;
    width: 20px;
    height: 20px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .tool {
    display: inline-grid;
    place-items: center;
    flex: none;
    width: 44px;
    height: 44px;
    padding: 0;
    border-radius: 12px;
    color: var(--muted);
  }

  .tool:hover {
    background: var(--sunken);
    color: var(--text);
  }

  .tool:focus-visible {
    outline-offset: -3px;
  }

  .tool.small .icon {
    width: 18px;
    height: 18px;
  }

  .tool[aria-pressed="true"] {
    border-color: var(--accent-line);
    background: var(--surface);
    color: var(--accent-text);
  }

  .tool[aria-pressed="true"] .icon {
    fill: currentColor;
    fill-opacity: 0.25;
    stroke-width: 2.25;
  }

  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (prefers-reduced-motion: no-preference) {
    button,
    .call {
      transition:
        background-color 120ms,
        border-color 120ms,
        color 120ms;
    }
  }

  @media (forced-colors: active) {
    button:not(.tool),
    .call {
      border-color: ButtonBorder;
    }

    .tool[aria-pressed="true"] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;

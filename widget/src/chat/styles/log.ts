/** The conversation: greeting, bubbles, what stands under them. */

import { css } from "lit";

export const log = css`
  .log {
    position: relative;
    display: flex;
    flex: 1 1 0;
    flex-direction: column;
    gap: 16px;
    min-height: 72px;
    padding: 16px;
    overflow: hidden auto;
    overscroll-behavior: contain;
    background: var(--sunken);
    scrollbar-color: var(--control-line) transparent;
    scrollbar-width: thin;
  }

  .log:focus-visible {
    outline-offset: -3px;
  }

  .log p {
    margin: 0;
  }

  .greeting {
    display: flex;
    flex-direction: column;
    gap: 12px;
  }

  .intro,
  .privacy {
    color: var(--muted);
    font-size: 0.875em;
  }

  .language-notice {
    padding: 10px 14px;
    border: 1px solid var(--accent-line);
    border-inline-start-width: 4px;
    border-radius: 8px;
    background: var(--surface);
    font-size: 0.9375em;
  }

  .topics-heading {
    margin: 4px 0 -4px;
    font-size: 0.875em;
    font-weight: 650;
  }

  /* Longer lines are hard to read where the chat fills a wide page. */
  .answer,
  .failure,
  .greeting {
    max-width: 42em;
  }

  .bubble {
    width: fit-content;
    max-width: 100%;
    padding: 12px 14px;
    border: 1px solid var(--line);
    border-radius: 4px 16px 16px 16px;
    background: var(--surface);
    white-space: pre-line;
  }

  div.bubble {
    white-space: normal;
  }

  .text {
    white-space: pre-line;
  }

  .question {
    display: flex;
    flex-direction: column;
    align-items: flex-end;
    gap: 4px;
  }

  .question .bubble {
    max-width: 86%;
    border-color: var(--accent-line);
    border-radius: 16px 16px 4px 16px;
    background: var(--accent);
    color: var(--on-accent);
    white-space: pre-wrap;
  }

  .about {
    display: flex;
    align-items: center;
    gap: 10px;
    color: var(--muted);
    font-size: 0.8125em;
  }

  .not-delivered {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    color: var(--danger-text);
    font-weight: 600;
  }

  .not-delivered .icon {
    width: 16px;
    height: 16px;
  }

  .answer .about {
    justify-content: space-between;
    padding-inline-start: 2px;
  }

  .answer-tools {
    display: inline-flex;
  }

  .source {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    padding: 6px 2px 0;
    color: var(--muted);
    font-size: 0.8125em;
    line-height: 1.45;
  }

  .typing {
    display: flex;
    align-items: center;
    gap: 10px;
    color: var(--muted);
    font-size: 0.875em;
  }

  .typing:empty {
    display: none;
  }
`;

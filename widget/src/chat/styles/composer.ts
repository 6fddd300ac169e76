/** Where the visitor writes, what is said below the log, and the way to a person. */

import { css } from "lit";

export const composer = css`
  .notice {
    flex: none;
    margin: 0;
    padding: 10px 16px;
    border-top: 1px solid var(--line);
    background: var(--surface);
    font-size: 0.875em;
    font-weight: 550;
  }

  .notice:empty {
    padding: 0;
    border: 0;
  }

  .composer {
    flex: none;
    margin: 0;
    padding: 12px 12px 4px;
    border-top: 1px solid var(--line);
  }

  .field {
    display: flex;
    align-items: flex-end;
    gap: 8px;
  }

  textarea {
    flex: 1;
    min-width: 0;
    min-height: 48px;
    max-height: min(144px, 25vh);
    margin: 0;
    padding: 11px 16px;
    border: 1px solid var(--control-line);
    border-radius: 24px;
    resize: none;
    background: var(--surface);
    color: var(--text);
    font: inherit;
    scrollbar-width: thin;
  }

  textarea::placeholder {
    color: var(--muted);
    opacity: 1;
  }

  textarea:focus-visible {
    border-color: var(--accent-text);
    outline-width: 2px;
    outline-offset: 0;
  }

  textarea[aria-invalid="true"] {
    border: 2px solid var(--danger-line);
  }

  .send {
    display: grid;
    place-items: center;
    flex: none;
    width: 48px;
    height: 48px;
    padding: 0;
    border-color: var(--accent-line);
    border-radius: 50%;
    background: var(--accent);
    color: var(--on-accent);
  }

  .send .icon {
    width: 22px;
    height: 22px;
    stroke-width: 2.25;
  }

  .send:hover:not(:disabled) {
    box-shadow: inset 0 0 0 2px var(--on-accent);
  }

  .too-long {
    margin: 0 4px 8px;
    color: var(--danger-text);
    font-size: 0.875em;
    font-weight: 600;
  }

  .footer {
    display: flex;
    flex: none;
    align-items: center;
    padding: 0 8px 6px;
  }

  .to-staff {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-width: 0;
    min-height: 44px;
    margin-inline-start: auto;
    padding: 4px 12px;
    border-radius: 12px;
    color: var(--accent-text);
    font-size: 0.9375em;
    font-weight: 600;
    line-height: 1.2;
  }

  .to-staff:hover span {
    text-decoration: underline;
    text-underline-offset: 3px;
  }

  .to-staff:focus-visible {
    outline-offset: -3px;
  }

  @media (max-height: 480px) {
    .composer {
      padding: 4px 8px 0;
    }

    textarea {
      min-height: 44px;
      padding-block: 9px;
    }

    .send {
      width: 44px;
      height: 44px;
    }

    .footer {
      padding-bottom: 0;
    }
  }
`;

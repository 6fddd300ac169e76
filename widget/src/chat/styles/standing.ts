/** Who reads along, what a person wrote, and the form for a call back. */

import { css } from "lit";

export const standing = css`
  .standing {
    flex: none;
    background: var(--surface);
  }

  .standing p {
    display: flex;
    align-items: center;
    gap: 8px;
    margin: 0;
    padding: 8px 16px;
    border-top: 1px solid var(--line);
    font-size: 0.875em;
    font-weight: 600;
    line-height: 1.35;
  }

  .standing p:empty {
    display: none;
  }

  .standing .icon {
    flex: none;
    width: 20px;
    height: 20px;
  }

  .standing[data-standing="person"] p[role="status"] {
    border-top: 3px solid var(--accent-line);
  }

  .contact {
    border-top: 1px solid var(--line);
    font-size: 0.9375em;
  }

  .contact summary {
    padding: 11px 16px;
    color: var(--accent-text);
    font-weight: 600;
    cursor: pointer;
  }

  .contact summary:focus-visible {
    outline-offset: -3px;
  }

  .contact form {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: 8px;
    max-height: 40vh;
    padding: 4px 16px 12px;
    overflow: auto;
  }

  .contact input[type="text"] {
    box-sizing: border-box;
    width: 100%;
    min-height: 44px;
    padding: 8px 12px;
    border: 1px solid var(--control-line);
    border-radius: 10px;
    background: var(--surface);
    color: var(--text);
    font: inherit;
  }

  .consent {
    display: flex;
    align-items: flex-start;
    gap: 10px;
    padding: 4px 0;
    line-height: 1.4;
  }

  .consent input {
    flex: none;
    width: 24px;
    height: 24px;
    margin: 0;
    accent-color: var(--accent);
  }

  .person-name {
    display: flex;
    align-items: center;
    gap: 8px;
    margin: 0 0 4px;
    font-size: 0.875em;
    font-weight: 650;
  }

  .person-name .icon,
  .passed-on .icon {
    width: 18px;
    height: 18px;
  }

  .bubble.person {
    border: 2px solid var(--accent-line);
    border-radius: 4px 16px 16px 16px;
    overflow-wrap: anywhere;
  }

  .passed-on {
    display: inline-flex;
    align-items: center;
    gap: 4px;
  }
`;

/** Topics and suggested questions. */

import { css } from "lit";

export const chips = css`
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  .answer .chips {
    padding-top: 4px;
  }

  .chip {
    min-height: 44px;
    max-width: 100%;
    padding: 9px 16px;
    border-color: var(--accent-line);
    border-radius: 22px;
    background: var(--surface);
    color: var(--accent-text);
    font-size: 0.9375em;
    font-weight: 550;
    line-height: 1.35;
  }

  .chip:hover {
    border-color: var(--accent-text);
    box-shadow: inset 0 0 0 1px var(--accent-text);
  }

  .past .chip {
    border-color: var(--line);
    background: none;
    color: var(--muted);
    font-weight: 400;
  }
`;

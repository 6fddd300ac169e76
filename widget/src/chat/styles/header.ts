/** The top of the chat. */

import { css } from "lit";

export const header = css`
  .header {
    display: flex;
    flex: none;
    align-items: center;
    gap: 10px;
    padding: 10px 8px 10px 16px;
    border-bottom: 1px solid var(--line);
  }

  .mark {
    display: grid;
    place-items: center;
    flex: none;
    width: 38px;
    height: 38px;
    border: 1px solid var(--accent-line);
    border-radius: 12px;
    background: var(--accent);
    color: var(--on-accent);
  }

  .mark .icon {
    width: 24px;
    height: 24px;
    stroke-width: 1.5;
  }

  .names {
    flex: 1;
    min-width: 0;
  }

  .title {
    margin: 0;
    font-size: 1em;
    font-weight: 650;
    line-height: 1.25;
  }

  .badge {
    margin: 2px 0 0;
    color: var(--muted);
    font-size: 0.8125em;
    line-height: 1.3;
  }

  @media (max-height: 480px) {
    .header {
      padding-block: 0;
      min-height: 44px;
    }

    .mark {
      width: 32px;
      height: 32px;
    }

    .badge {
      margin-top: 0;
    }
  }

  @container (max-width: 339px) {
    .header {
      padding-inline-start: 12px;
    }

    .mark {
      display: none;
    }
  }
`;

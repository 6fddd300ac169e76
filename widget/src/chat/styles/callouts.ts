/** Answers that send somebody to someone, and failures: told apart by border, icon and heading, not by colour alone. */

import { css } from "lit";

export const callouts = css`
  .callout {
    width: 100%;
  }

  .callout-heading {
    display: flex;
    align-items: center;
    gap: 8px;
    margin: 0 0 6px;
    font-size: 0.875em;
    font-weight: 650;
    line-height: 1.35;
  }

  .doctor,
  .staff {
    border: 2px solid var(--control-line);
  }

  .dermatologist {
    padding: 14px 16px;
    border: 2px solid var(--referral-line);
    border-inline-start-width: 8px;
    border-radius: 8px 16px 16px 8px;
    background: var(--referral);
  }

  .dermatologist .callout-heading,
  .emergency .callout-heading {
    gap: 10px;
    margin-bottom: 8px;
    font-size: 1.125em;
    font-weight: 750;
  }

  .dermatologist .callout-heading {
    color: var(--referral-text);
  }

  .dermatologist .callout-heading .icon,
  .emergency .callout-heading .icon {
    width: 28px;
    height: 28px;
    stroke-width: 2;
  }

  .emergency {
    padding: 16px;
    border: 2px solid var(--danger-line);
    border-radius: 12px;
    background: var(--danger);
    color: var(--on-danger);
  }

  .safety-note {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: 10px;
    margin-top: 10px;
    padding: 12px 14px;
    border: 2px solid var(--danger-line);
    border-inline-start-width: 8px;
    border-radius: 8px;
    background: var(--surface);
    color: var(--text);
    font-weight: 600;
  }

  .safety-note p {
    display: flex;
    gap: 10px;
  }

  .safety-note p .icon {
    margin-top: 2px;
    color: var(--danger-text);
  }

  .failed {
    padding: 14px 16px;
    border: 2px solid var(--control-line);
    border-radius: 12px;
  }

  .failed .callout-heading {
    color: var(--danger-text);
    font-size: 1em;
  }

  .failed .text {
    margin-top: 8px;
  }

  .call,
  .retry {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 10px;
    min-height: 48px;
    padding: 8px 18px;
    border: 1px solid transparent;
    border-radius: 12px;
    font-weight: 650;
    line-height: 1.3;
    text-decoration: none;
  }

  .call {
    background: var(--danger);
    color: var(--on-danger);
  }

  .call:hover span {
    text-decoration: underline;
    text-underline-offset: 3px;
  }

  .emergency .call {
    width: 100%;
    min-height: 60px;
    margin-bottom: 14px;
    background: var(--on-danger);
    color: #8f0a1c;
    font-size: 1.25em;
    font-weight: 750;
  }

  .emergency .call .icon {
    width: 26px;
    height: 26px;
    stroke-width: 2;
  }

  .emergency .call:focus-visible {
    outline-color: var(--on-danger);
    outline-offset: 3px;
  }

  .failure-actions {
    display: flex;
    flex-wrap: wrap;
    gap: 10px;
    margin-top: 14px;
  }

  .retry {
    border-color: var(--control-line);
    color: var(--text);
  }

  .retry:hover {
    background: var(--sunken);
  }

  /* Heading and button are in view together even there. */
  @media (max-height: 480px) {
    .emergency {
      padding: 10px 12px;
    }

    .emergency .callout-heading {
      margin-bottom: 6px;
    }

    .emergency .call {
      min-height: 48px;
      margin-bottom: 8px;
      padding-block: 4px;
    }
  }

  @media (forced-colors: active) {
    .emergency {
      border-width: 6px;
    }

    .call {
      border-width: 2px;
    }
  }
`;

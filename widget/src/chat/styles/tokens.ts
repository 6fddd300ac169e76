/** Colours and sizes. The accent comes from ../theme.ts, which also knows the surfaces. */

import { css } from "lit";

export const tokens = css`
  :host {
    all: initial;
    color-scheme: light dark;
    --surface: #ffffff;
    --sunken: #f1f5f7;
    --text: #15212a;
    --muted: #4a5964;
    --line: #d6dfe4;
    --control-line: #74848f;
    --accent-text: var(--accent-text-light);
    --accent-line: var(--accent-line-light);
    --danger: #ab0e23;
    --danger-line: #ab0e23;
    --on-danger: #ffffff;
    --danger-text: #ab0e23;
    --referral: #fff6e9;
    --referral-line: #b45309;
    --referral-text: #7c2d0c;
    --shadow: 0 12px 40px rgb(16 32 44 / 0.22), 0 2px 8px rgb(16 32 44 / 0.12);
    --font: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  }

  @media (prefers-color-scheme: dark) {
    :host {
      --surface: #1a2329;
      --sunken: #11181c;
      --text: #eef3f6;
      --muted: #b0bdc6;
      --line: #35434c;
      --control-line: #84959f;
      --accent-text: var(--accent-text-dark);
      --accent-line: var(--accent-line-dark);
      --danger: #b5142b;
      --danger-line: #ff8d99;
      --danger-text: #ffa3ac;
      --referral: #30240f;
      --referral-line: #f2a93b;
      --referral-text: #ffd08a;
      --shadow: 0 12px 40px rgb(0 0 0 / 0.6), 0 0 0 1px #35434c;
    }
  }
`;

/** The box of the chat, and where it stands. */

import { css } from "lit";

export const frame = css`
  :host([placement="inline"]) {
    display: block;
    width: 100%;
    height: 100%;
    min-width: 0;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  .frame {
    container-type: inline-size;
    margin: 0;
    padding: 0;
    border: 1px solid var(--line);
    overflow: hidden auto;
    overscroll-behavior: contain;
    background: var(--surface);
    color: var(--text);
    font: 400 max(1em, 16px) / 1.5 var(--font);
    text-align: start;
    overflow-wrap: anywhere;
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
  }

  section.frame,
  .frame[open] {
    display: flex;
    flex-direction: column;
  }

  section.frame {
    height: 100%;
    border-radius: 16px;
  }

  dialog.frame {
    position: fixed;
    inset: auto auto 96px auto;
    z-index: 2147483000;
    width: 416px;
    max-width: calc(100vw - 32px);
    height: 720px;
    max-height: calc(100vh - 116px);
    max-height: calc(100dvh - 116px);
    border-radius: 20px;
    box-shadow: var(--shadow);
  }

  dialog.frame[data-side="right"] {
    right: 20px;
  }

  dialog.frame[data-side="left"] {
    left: 20px;
  }

  /* The whole screen of a phone, or what its keyboard leaves of it (../screen.ts measures that). */
  dialog.frame:modal {
    inset: var(--screen-top, 0) 0 auto 0;
    width: 100%;
    max-width: none;
    height: var(--screen-height, 100dvh);
    max-height: none;
    border: 0;
    border-radius: 0;
    padding: 0 env(safe-area-inset-right) env(safe-area-inset-bottom) env(safe-area-inset-left);
  }

  dialog.frame::backdrop {
    background: var(--surface);
  }

  @media (prefers-reduced-motion: no-preference) {
    dialog.frame[open] {
      animation: rise 180ms ease-out;
    }
  }

  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(10px);
    }
  }
`;

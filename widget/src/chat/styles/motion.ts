/** What moves, for those who have not asked for less motion. */

import { css } from "lit";

export const motion = css`
  .dots {
    display: inline-flex;
    gap: 4px;
    padding: 10px 12px;
    border: 1px solid var(--line);
    border-radius: 4px 14px 14px 14px;
    background: var(--surface);
  }

  .dots span {
    width: 7px;
    height: 7px;
    border: 4px solid var(--muted);
    border-radius: 50%;
  }

  @media (prefers-reduced-motion: no-preference) {
    .dots span {
      animation: breathe 1.2s ease-in-out infinite;
    }

    .dots span:nth-child(2) {
      animation-delay: 0.2s;
    }

    .dots span:nth-child(3) {
      animation-delay: 0.4s;
    }

    .message {
      animation: appear 160ms ease-out;
    }
  }

  @keyframes breathe {
    50% {
      opacity: 0.3;
    }
  }

  @keyframes appear {
    from {
      opacity: 0;
    }
  }
`;

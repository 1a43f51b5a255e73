import { css } from 'lit';
import { beforeAfterStyles } from '../parts/before-after.ts';
import { thumbnailStyles } from '../parts/thumbnails.ts';

/** Look of the answer as the sender of a case sees it. */
export const answerStyles = [
  beforeAfterStyles,
  thumbnailStyles,
  css`
    .card.answered {
      padding: var(--_space-m);
      border: 1px solid var(--_rule);
      border-inline-start: 4px solid var(--_success);
      border-radius: var(--_radius-card);
      background: var(--_surface);
    }
    .card.answered > h3 {
      display: flex;
      gap: var(--_space-xs);
      align-items: center;
    }
    .card.answered > h3 > .icon {
      color: var(--_success);
    }
    .answer {
      display: grid;
      gap: var(--_space-s);
    }
    @media (forced-colors: active) {
      .card.answered {
        border-inline-start-color: CanvasText;
      }
    }
  `,
];

import { css } from 'lit';

/** The bar of every `<progress>`. */
export const progressBarStyles = css`
  progress {
    appearance: none;
    inline-size: 100%;
    block-size: 0.5em;
    border: 0;
    border-radius: 1em;
    background: var(--_neutral-soft);
    overflow: hidden;
  }
  progress::-webkit-progress-bar {
    background: var(--_neutral-soft);
  }
  progress::-webkit-progress-value {
    background: var(--_action);
  }
  progress::-moz-progress-bar {
    background: var(--_action);
  }
  @media (forced-colors: active) {
    progress {
      border: 1px solid CanvasText;
      forced-color-adjust: none;
      background: Canvas;
    }
    progress::-webkit-progress-bar {
      background: Canvas;
    }
    progress::-webkit-progress-value {
      background: Highlight;
    }
    progress::-moz-progress-bar {
      background: Highlight;
    }
  }
`;

import { css } from 'lit';

/** Look of a found case. */
export const foundCaseStyles = css`
  .head {
    display: grid;
    gap: 0.4em;
    justify-items: start;
  }
  .steps {
    list-style: none;
    display: grid;
  }
  .steps li {
    position: relative;
    padding: 0 0 1em 1.75em;
  }
  .steps li::before {
    content: '';
    position: absolute;
    inset: 0.5em auto auto 0;
    inline-size: 0.8em;
    block-size: 0.8em;
    border-radius: 50%;
    border: 2px solid var(--_action);
    background: var(--_surface);
  }
  .steps li:last-child::before {
    background: var(--_action);
  }
  .steps li:not(:last-child)::after {
    content: '';
    position: absolute;
    inset: 1.3em auto -0.5em calc(0.4em - 1px);
    border-inline-start: 2px solid var(--_rule);
  }
  .marks {
    --dvk-option-width: 3.9em;
    max-inline-size: 30em;
  }
  .answer {
    padding: var(--_space-m) var(--_space-l);
    border: 1px solid var(--_rule);
    border-inline-start: 4px solid var(--_success);
    border-radius: var(--_radius-card);
  }
  .answer.none {
    border-inline-start-color: var(--_rule);
    color: var(--_muted);
  }
  @media (forced-colors: active) {
    .steps li:last-child::before {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }
`;

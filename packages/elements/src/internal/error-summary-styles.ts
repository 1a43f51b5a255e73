import { css, type CSSResultGroup } from 'lit';
import { iconStyles } from '../icons/icon.ts';

const listStyles = css`
  .notice.summary {
    position: relative;
    padding: 0.75em 1em 0.5em 2.9em;
    border-inline-start: 6px solid var(--_danger);
    border-radius: var(--_radius);
    background: var(--_danger-soft);
  }
  .summary > * + * {
    margin-block-start: 0;
  }
  .summary > .icon {
    position: absolute;
    inset: 0.85em auto auto 1em;
    color: var(--_danger);
  }
  .summary h3 {
    font-size: 1em;
    font-weight: 700;
  }
  .notice.summary ul {
    list-style: none;
    padding: 0;
  }
  .summary a {
    display: flow-root;
    padding-block: max(0.55em, (44px - 1.6em) / 2);
    color: var(--_danger);
    font-weight: 600;
  }
`;

/** Look of the list of what is wrong. Its links are as high as a finger is wide. */
export const errorSummaryStyles: CSSResultGroup = [iconStyles, listStyles];

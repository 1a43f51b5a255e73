import { css, html, type TemplateResult } from 'lit';
import { nextIcon } from '../icons/next.ts';
import { iconStyles } from '../icons/icon.ts';

/** Something that most people need not read, folded away behind the question that it answers. Prints unfolded. */
export const disclosure = (summary: string, content: TemplateResult | string): TemplateResult =>
  html`<details class="disclosure">
    <summary>${nextIcon}<span>${summary}</span></summary>
    <div class="disclosed">${content}</div>
  </details>`;

export const disclosureStyles = [
  iconStyles,
  css`
    .disclosure > summary {
      display: inline-flex;
      align-items: center;
      gap: 0.4em;
      min-block-size: max(24px, 1.75em);
      color: var(--_action);
      font-weight: 600;
      cursor: pointer;
      list-style: none;
    }
    .disclosure > summary::-webkit-details-marker {
      display: none;
    }
    .disclosure > summary > span {
      text-decoration: underline;
      text-underline-offset: 0.2em;
    }
    .disclosure > summary > .icon {
      transition: transform 0.15s;
    }
    .disclosure[open] > summary > .icon {
      transform: rotate(90deg);
    }
    .disclosure > .disclosed {
      padding-block-start: 0.5em;
    }
    @media (forced-colors: active) {
      .disclosure > summary {
        color: LinkText;
      }
    }
    @media print {
      .disclosure::details-content {
        content-visibility: visible;
        block-size: auto;
      }
      .disclosure > summary {
        color: inherit;
      }
      .disclosure > summary > .icon {
        display: none;
      }
    }
  `,
];

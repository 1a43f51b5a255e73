import { css, type CSSResultGroup } from 'lit';
import { densityStyles } from '../theme/token-styles.ts';

/**
 * Look of everything, and a wall against the page. `var(--_text)` and the like are tokens, which are filled in. What inherits (colour, direction, spacing of letters …) begins
 * anew on `.base`, so that a page's `* {}` rules and their `!important` stop at the host. Only the font is the page's own.
 *
 * Text is as large as the text around, but at least 14 px as the reader's browser or the page's A+ has it: 0.875 of the root, and
 * never below 14 px, because many portals set the root to 62.5 %. All other sizes are in `em` of it.
 */
export const baseStyles: CSSResultGroup = [
  densityStyles,
  css`
    :host {
      display: block;
    }
    :host([hidden]) {
      display: none !important;
    }
    :host([theme='light']) {
      color-scheme: light;
    }
    :host([theme='dark']) {
      color-scheme: dark;
    }
    :host([theme='auto']) {
      color-scheme: light dark;
    }
    *,
    ::before,
    ::after {
      box-sizing: border-box;
    }
    .base {
      all: initial;
      display: block;
      direction: ltr;
      color-scheme: inherit;
      -webkit-user-select: text;
      user-select: text;
      font-family: var(--dvk-font-family, inherit);
      font-size: var(--dvk-font-size, max(1em, 0.875rem, 14px));
      line-height: 1.55;
      color: var(--_text);
      overflow-wrap: break-word;
    }
    h2,
    h3,
    h4,
    p,
    blockquote,
    ul,
    ol,
    dl,
    dd,
    fieldset,
    legend {
      margin: 0;
      padding: 0;
      border: 0;
      min-width: 0;
    }
    a {
      color: var(--_action);
      text-underline-offset: 0.15em;
    }
    button,
    input,
    select,
    textarea {
      font: inherit;
      color: inherit;
      margin: 0;
      letter-spacing: inherit;
    }
    :focus-visible {
      outline: 3px solid var(--_action);
      outline-offset: 2px;
    }
    .button {
      display: inline-flex;
      align-items: center;
      justify-content: center;
      gap: var(--_space-xs);
      min-block-size: var(--_control);
      padding: var(--_space-2xs) 1.25em;
      border: 1px solid var(--_action);
      border-radius: var(--_radius);
      background: var(--_surface);
      color: var(--_action);
      font-weight: 600;
      line-height: 1.4;
      text-decoration: none;
      cursor: pointer;
    }
    .button:hover {
      background: var(--_action-soft);
    }
    .button.primary {
      background: var(--_action);
      color: var(--_on-action);
    }
    .button.primary:hover {
      border-color: var(--_action-hover);
      background: var(--_action-hover);
    }
    .button.soft {
      border-color: transparent;
      background: var(--_action-soft);
    }
    .button.soft:hover {
      border-color: var(--_action);
    }
    .button.danger {
      border-color: var(--_danger);
      color: var(--_danger);
    }
    .button.danger:hover {
      background: var(--_danger-soft);
    }
    .button.plain {
      border-color: transparent;
      background: none;
      padding-inline: 0;
      text-align: start;
      text-decoration: underline;
      text-underline-offset: 0.2em;
    }
    .button.plain:hover {
      text-decoration-thickness: 2px;
    }
    .button:disabled {
      opacity: 0.6;
      cursor: not-allowed;
    }
    .button svg {
      flex: none;
    }
    /* A button that looks like a link. */
    .link {
      min-block-size: 24px;
      padding: 0;
      border: 0;
      background: none;
      color: var(--_action);
      font-weight: 600;
      text-align: start;
      text-decoration: underline;
      text-underline-offset: 0.2em;
      cursor: pointer;
    }
    /* Its icon, if it has one, is the first child of a .with-icon. */
    .notice {
      padding: var(--_space-s) var(--_space-m);
      border: 1px solid transparent;
      border-radius: var(--_radius);
      background: var(--_raised);
    }
    .notice > * + * {
      margin-block-start: var(--_space-xs);
    }
    .with-icon {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      column-gap: var(--_space-s);
      align-content: start;
    }
    .with-icon > * {
      grid-column: 2;
    }
    .with-icon > svg:first-child {
      grid-area: 1 / 1;
      margin-block-start: 0.15em;
    }
    .with-icon > svg:first-child + * {
      margin-block-start: 0;
    }
    .notice.success {
      background: var(--_success-soft);
    }
    .notice.warning {
      background: var(--_warning-soft);
    }
    .notice.danger {
      background: var(--_danger-soft);
    }
    .notice.info {
      background: var(--_info-soft);
    }
    .notice.success > svg:first-child {
      color: var(--_success);
    }
    .notice.warning > svg:first-child {
      color: var(--_warning);
    }
    .notice.danger > svg:first-child {
      color: var(--_danger);
    }
    .notice.info > svg:first-child {
      color: var(--_info);
    }
    .bullets {
      padding-inline-start: 1.3em;
    }
    .small {
      font-size: var(--_font-s);
      color: var(--_muted);
    }
    .hidden {
      position: absolute;
      width: 1px;
      height: 1px;
      margin: -1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    @media (prefers-reduced-motion: reduce) {
      *,
      ::before,
      ::after {
        animation: none !important;
        transition: none !important;
      }
    }
    @media (forced-colors: active) {
      .button {
        border-color: ButtonText;
      }
      .button.plain {
        border-color: Canvas;
        color: LinkText;
      }
      .button.primary {
        forced-color-adjust: none;
        background: Highlight;
        color: HighlightText;
        border-color: Highlight;
      }
      :focus-visible {
        outline-color: Highlight;
      }
    }
    @media print {
      .button,
      .screen-only {
        display: none !important;
      }
      .base {
        font-size: 11pt;
        line-height: 1.5;
      }
      .notice {
        border-color: var(--_line);
      }
    }
  `,
];

import { css } from 'lit';

/**
 * Look of everything: tokens, and a wall against the page. Private `--_*` take the public `--dvk-*` where the page set
 * them. What inherits (font, colour, direction, spacing of letters …) begins anew on `.base`, so that a page's `* {}` rules
 * and their `!important` stop at the host. Browsers without `light-dark()` get the light colours.
 *
 * Sizes are in `em` of `--dvk-font-size`: by default the size of the text around or the page's `rem`, whichever is larger – a
 * button “A+” changes the one or the other –, but never below 16 px, because many portals set the root to 62.5 %.
 */
export const baseStyles = css`
  :host {
    display: block;
    --_size: var(--dvk-font-size, max(1em, 1rem, 16px));
    --_font: var(--dvk-font-family, system-ui, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif);
    --_radius: var(--dvk-radius, 0.25em);
    --_accent: var(--dvk-color-accent, #0b4f9c);
    --_on-accent: var(--dvk-color-on-accent, #fff);
    --_brand: var(--dvk-color-brand, #b3161d);
    --_text: var(--dvk-color-text, #1b1f24);
    --_muted: var(--dvk-color-muted, #545d68);
    --_surface: var(--dvk-color-surface, #fff);
    --_raised: var(--dvk-color-raised, #f3f6fa);
    --_line: var(--dvk-color-line, #7b8590);
    --_rule: var(--dvk-color-rule, #d5dbe2);
    --_danger: var(--dvk-color-danger, #b3161d);
    --_success: var(--dvk-color-success, #17683a);
    --_warning: var(--dvk-color-warning, #7f4d00);
  }
  @supports (color: light-dark(red, red)) {
    :host {
      --_accent: var(--dvk-color-accent, light-dark(#0b4f9c, #8dbbf9));
      --_on-accent: var(--dvk-color-on-accent, light-dark(#fff, #071d38));
      --_brand: var(--dvk-color-brand, light-dark(#b3161d, #ff9d96));
      --_text: var(--dvk-color-text, light-dark(#1b1f24, #e9ecef));
      --_muted: var(--dvk-color-muted, light-dark(#545d68, #b3bbc5));
      --_surface: var(--dvk-color-surface, light-dark(#fff, #15191e));
      --_raised: var(--dvk-color-raised, light-dark(#f3f6fa, #20262d));
      --_line: var(--dvk-color-line, light-dark(#7b8590, #838d99));
      --_rule: var(--dvk-color-rule, light-dark(#d5dbe2, #3a434d));
      --_danger: var(--dvk-color-danger, light-dark(#b3161d, #ff9d96));
      --_success: var(--dvk-color-success, light-dark(#17683a, #7fd3a0));
      --_warning: var(--dvk-color-warning, light-dark(#7f4d00, #f0ba66));
    }
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
    font: 400 var(--_size) / 1.6 var(--_font);
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
    color: var(--_accent);
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
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-height: max(2.75em, 44px);
    padding: 0.5em 1.1em;
    border: 1px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_accent);
    font-weight: 600;
    line-height: 1.5;
    cursor: pointer;
  }
  .button:hover {
    background: var(--_raised);
  }
  .button.primary {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .button.primary:hover {
    box-shadow: inset 0 0 0 9em rgb(0 0 0 / 0.14);
  }
  .button.plain {
    border-color: transparent;
    background: none;
    padding-inline: 0.25em;
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  .button:disabled {
    opacity: 0.6;
    cursor: not-allowed;
  }
  .notice {
    padding: 0.75em 1em;
    border-inline-start: 4px solid var(--_line);
    background: var(--_raised);
  }
  .notice > * + * {
    margin-block-start: 0.6em;
  }
  .failure {
    border-color: var(--_danger);
  }
  .success {
    border-color: var(--_success);
  }
  .bullets {
    padding-inline-start: 1.3em;
  }
  .small {
    font-size: 0.9375em;
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
  }
`;

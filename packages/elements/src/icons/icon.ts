/*! Tabler Icons, MIT, (c) 2020-2026 Paweł Kuna */
import { css, html, type TemplateResult } from 'lit';

/**
 * An icon of one path, drawn with the colour of the text around it. It says nothing to screen readers: a word stands beside it,
 * or the button has a name.
 * @param path - the `d` of an icon of 24 × 24
 */
export const icon = (path: string): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>`;

/**
 * Icons are 20 px in text of 16 px. The classes are for what is around an icon, and sizes grow with the text: `icon-16` in
 * labels, `icon-24` and `icon-28` in tiles. In forced colours icons have the colour of the text, button or link that they are in.
 */
export const iconStyles = css`
  .icon {
    flex: none;
    inline-size: var(--_icon, 1.25em);
    block-size: var(--_icon, 1.25em);
    vertical-align: -0.25em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .icon-16 {
    --_icon: 1em;
  }
  .icon-24 {
    --_icon: 1.5em;
  }
  .icon-28 {
    --_icon: 1.75em;
  }
  @media (forced-colors: active) {
    .icon {
      color: inherit !important;
    }
  }
`;

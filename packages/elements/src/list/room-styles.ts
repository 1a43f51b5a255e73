import { unsafeCSS } from 'lit';
import { leastWide, steps } from './table-steps.ts';

// Written close, as the build makes only literals without code smaller.
const scrolling = (step: number) =>
  `@container list (30em<width<${step}em){.fits-${step}{overflow-x:auto}.fits-${step}>*{min-inline-size:var(--_least)}}`;
const wide = (step: number) =>
  `@container list (width>=${step}em){.wide-${step} :is(.heads,.row){grid-template-columns:var(--_columns-wide)}` +
  `.wide-${step} .wide{display:block}.wide-${step} .name.wide{display:flex}}`;

/** What of the columns there is room for; where there is none for the others, the table scrolls by itself and not the page. */
export const roomStyles = unsafeCSS(
  `@media screen{${steps.map(scrolling).join('')}${steps
    .filter((step) => step >= leastWide)
    .map(wide)
    .join('')}}`,
);

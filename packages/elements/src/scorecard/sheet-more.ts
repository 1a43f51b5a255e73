/** What an open scorecard has beside its table: drawing, origin of the total, files, paper, looks. A file of its own, as all together would be too large for one. */
import type { CSSResult } from 'lit';
import { criteriaTableStyles } from '../criteria/table-styles.ts';
import { barsStyles } from '../drawings/bars-styles.ts';
import { frameStyles } from '../drawings/frame-styles.ts';
import { disclosureStyles } from '../parts/disclosure.ts';
import { thumbnailStyles } from '../parts/thumbnails.ts';
import { paperStyles } from './paper-styles.ts';
import { tableStyles } from './table-styles.ts';

export { Thumbnails } from '../parts/thumbnails.ts';
export { originTemplate } from './origin.ts';
export { paperFoot, paperHead } from './paper.ts';
export { groupsTemplate } from './rail.ts';
export const moreStyles: readonly CSSResult[] = [
  ...frameStyles,
  barsStyles,
  ...disclosureStyles,
  ...thumbnailStyles,
  criteriaTableStyles,
  tableStyles,
  ...paperStyles,
];

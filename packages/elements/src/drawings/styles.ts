import { barsStyles } from './bars-styles.ts';
import { frameStyles } from './frame-styles.ts';
import { gridStyles } from './grid-styles.ts';
import { lineStyles } from './line-styles.ts';
import { mapStyles } from './map-styles.ts';
import { treeStyles } from './tree-styles.ts';

/** Look of all drawings. Who shows one kind needs the frame and that kind. */
export const drawingStyles = [...frameStyles, barsStyles, lineStyles, gridStyles, mapStyles, treeStyles];

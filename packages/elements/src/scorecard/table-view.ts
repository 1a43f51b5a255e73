import type { Upload } from '../file-field/upload.ts';
import type { Lang } from '../locale/controller.ts';
import type { Card } from './card.ts';
import type { Figures } from './figures.ts';
import type { Entry } from './line-value.ts';
import type { SheetTexts } from './texts.ts';

/** What the table is drawn from. */
export interface TableView {
  figures: Figures;
  /** What the boxes begin with: the card as it was when it was opened or last saved. */
  initial: (id: string) => Entry;
  /** Lines whose difference from the unit's own points must be explained. */
  needingReason: ReadonlySet<string>;
  /** The lines that are shown; without it, all. */
  only: ReadonlySet<string> | undefined;
  /** Lines whose details were asked for, and whether they are unfolded now. */
  details: ReadonlyMap<string, boolean>;
  upload: Upload | undefined;
  texts: SheetTexts;
  lang: Lang;
  /** The files of a line, to be looked at. */
  files: (id: string) => unknown;
  onEdit: (act: (card: Card) => void) => void;
  onDetails: (id: string) => void;
}

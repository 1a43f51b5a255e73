import { html, nothing, type TemplateResult } from 'lit';
import { uploadWith } from '../form/uploader.ts';
import type { Client } from '../internal/connection.ts';
import type { Lang } from '../locale/controller.ts';
import type { drawings } from '../locale/drawings/vi.ts';
import { keyHints } from '../parts/keys.ts';
import type { Card } from './card.ts';
import { conditionsTemplate } from './conditions.ts';
import type { Figures } from './figures.ts';
import { filtersTemplate } from './filters.ts';
import type { Entry } from './line-value.ts';
import type { ShownLines } from './shown-lines.ts';
import { scoreTable } from './table.ts';
import type { SheetTexts } from './texts.ts';

export interface SheetBodyView {
  figures: Figures;
  /** What the boxes of a line begin with. */
  initial: (id: string) => Entry;
  shown: ShownLines;
  client: Client | undefined;
  more: typeof import('./sheet-more.ts');
  busy: boolean;
  texts: SheetTexts;
  drawingTexts: typeof drawings;
  lang: Lang;
  /** The files of a line, small. */
  files: (id: string) => unknown;
  foot: TemplateResult;
  onEdit: (act: (card: Card) => void) => void;
  onTakeSelf: () => void;
  onSave: (event: SubmitEvent) => void;
}

/** The table with its filters, and beside it the groups, how the total arose, and the hard stops. */
export function sheetBody(view: SheetBodyView): TemplateResult {
  const { figures, shown, client, more, busy, texts, lang, onEdit, onSave } = view;
  const { card, results } = figures;
  const table = scoreTable({
    figures,
    initial: view.initial,
    needingReason: card.needingReason,
    only: shown.filter?.ids,
    details: shown.details,
    upload: client && uploadWith(client),
    texts,
    lang,
    files: view.files,
    onEdit,
    onDetails: shown.onDetails,
  });
  const filters = filtersTemplate({
    figures,
    chosen: shown.filter,
    texts,
    busy,
    onFilter: shown.onFilter,
    onTakeSelf: view.onTakeSelf,
  });
  const groups = more.groupsTemplate({
    figures,
    texts,
    drawingTexts: view.drawingTexts,
    lang,
    isOpen: shown.areGroupsOpen,
    onToggle: shown.onToggleGroups,
  });
  const conditions = conditionsTemplate(card, texts, lang, onEdit);
  return html`<div class="open-sheet">
    <div class="scores">
      <form class="saved-together" id="scores" novalidate @submit=${onSave}>
        <div class="sections" ?inert=${busy}>${filters}${table}</div>
        ${keyHints([
          { keys: ['Tab'], name: texts.keys.next },
          { keys: ['↑', '↓'], name: texts.keys.evidence },
        ])}
      </form>
      ${view.foot}
    </div>
    <div class="rail screen-only">
      ${groups} ${more.originTemplate(card, results, texts, lang)}
      ${
        conditions === nothing
          ? nothing
          : html`<form class="saved-together card" novalidate @submit=${onSave}>
              <div class="sections" ?inert=${busy}>${conditions}</div>
            </form>`
      }
    </div>
  </div>`;
}

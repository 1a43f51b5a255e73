import { html, nothing, type TemplateResult } from 'lit';
import { attachIcon } from '../icons/attach.ts';
import { copyIcon } from '../icons/copy.ts';

import { filterIcon } from '../icons/filter.ts';
import { unscoredIcon } from '../icons/unscored.ts';
import type { CardLine } from './card.ts';
import type { Figures } from './figures.ts';
import type { SheetTexts } from './texts.ts';

/** Which lines are shown: those that it had when it was chosen, so that none vanishes under the hands of who puts it right. */
export interface LineFilter {
  name: 'differing' | 'withoutEvidence' | 'unscored';
  ids: ReadonlySet<string>;
}

export interface FiltersView {
  figures: Figures;
  chosen: LineFilter | undefined;
  texts: SheetTexts;
  busy: boolean;
  onFilter: (filter: LineFilter | undefined) => void;
  onTakeSelf: () => void;
}

/** What narrows the table to the lines that want a look. */
export function filtersTemplate(view: FiltersView): TemplateResult {
  const { figures, chosen, texts, busy, onFilter, onTakeSelf } = view;
  const filter = (name: LineFilter['name'], icon: TemplateResult, label: string, lines: readonly CardLine[]) => {
    const isChosen = chosen?.name === name;
    const choose = () =>
      onFilter(isChosen ? undefined : { name, ids: new Set(lines.map((line) => line.criterion.id)) });
    return html`<button class="pill" type="button" aria-pressed=${isChosen} @click=${choose}>
      ${icon}${label} (${lines.length})
    </button>`;
  };
  return html`<div class="line-filters screen-only">
    ${figures.showsAppraised ? filter('differing', filterIcon, texts.onlyDiffering, figures.differing) : nothing}
    ${filter('withoutEvidence', attachIcon, texts.withoutEvidence, figures.withoutEvidence)}
    ${filter('unscored', unscoredIcon, texts.unscored, figures.unscored)}
    ${
      figures.card.side === 'appraised'
        ? html`<button class="button plain" type="button" ?disabled=${busy} @click=${onTakeSelf}>
            ${copyIcon}${texts.takeSelf}
          </button>`
        : nothing
    }
  </div>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import { pairedBars, pairOfBars, type PairedRow } from '../drawings/bars.ts';
import { downIcon } from '../icons/down.ts';
import type { Lang } from '../locale/controller.ts';
import type { drawings } from '../locale/drawings/vi.ts';
import type { Figures } from './figures.ts';
import { textIn } from '../criteria/text-in.ts';
import type { SheetTexts } from './texts.ts';

/** Each part of the table as two bars. */
function rowsOf(figures: Figures, lang: Lang): (PairedRow & { short: string })[] {
  // Bars are drawn in whole points.
  const whole = (points: number | undefined) => (points === undefined ? null : points / 100);
  return figures.card.rubric.criteria.flatMap((node, at) => {
    if (node.kind === 'gate' || node.max === 0) return [];
    const number = node.number ?? '';
    const row = {
      label: [number, textIn(node.title, lang)].filter(Boolean).join('. '),
      short: number || String(at + 1),
      max: node.max / 100,
      first: whole(figures.sum(node, 'self')),
      second: whole(figures.sum(node, 'appraised')),
    };
    return figures.card.side === 'self' && node.scoredBy === 'superior' ? [] : [row];
  });
}

export interface GroupsView {
  figures: Figures;
  texts: SheetTexts;
  drawingTexts: typeof drawings;
  lang: Lang;
  /** Whether the drawing is shown where there is only room for the strip. */
  isOpen: boolean;
  onToggle: () => void;
}

/** What each group was given by the unit and by the appraiser: drawn, and where there is little room as a strip of small pairs. */
export function groupsTemplate(view: GroupsView): TemplateResult | typeof nothing {
  const { figures, texts, drawingTexts, lang, isOpen, onToggle } = view;
  if (!figures.showsAppraised) return nothing;
  const rows = rowsOf(figures, lang);
  const names = [texts.self, texts.appraised] as const;
  return html`<section class="card groups screen-only ${isOpen ? 'open' : ''}" aria-label=${texts.byGroup}>
    <div class="strip">
      <ul>
        ${rows.map(
          (row) =>
            html`<li title=${row.label}>
              <span class="hidden">${row.label}</span><span class="short" aria-hidden="true">${row.short}</span>
              <b>${row.second === null ? '–' : row.second.toLocaleString(lang)}</b> ${pairOfBars(row)}
            </li>`,
        )}
      </ul>
      <button class="button plain" type="button" aria-expanded=${isOpen} @click=${onToggle}>
        ${texts.showGroups}${downIcon}
      </button>
    </div>
    <div class="drawn">${pairedBars({ title: texts.byGroup, rows, names, texts: drawingTexts })}</div>
  </section>`;
}

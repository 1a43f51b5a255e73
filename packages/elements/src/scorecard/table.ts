import { html, nothing, type TemplateResult } from 'lit';
import type { Criterion, RubricNode, RubricText } from '@dvk/sdk/rubrics';
import { formatPoints } from '@dvk/sdk/text';
import { attachIcon } from '../icons/attach.ts';
import type { Card, CardLine } from './card.ts';
import { minus, shownDifference, shownPoints } from './figures.ts';
import { lineDetails } from './line-details.ts';
import { lineInput } from './line-input.ts';
import { lineValueText, type Entry } from './line-value.ts';
import type { TableView } from './table-view.ts';
import { levelsTemplate, noteTemplate } from '../criteria/line-texts.ts';
import { textIn } from '../criteria/text-in.ts';
import type { SheetTexts } from './texts.ts';

/**
 * The criteria tree as a table; on a narrow page each line becomes a block of its own. Tab walks down the boxes and then to the
 * column of evidence, in which the arrow keys go up and down: nobody who enters points has to pass its buttons.
 */
export function scoreTable(view: TableView): TemplateResult {
  const { figures, texts } = view;
  const { criteria, bonus, deduction } = figures.card.rubric;
  const { showsAppraised } = figures;
  const part = (kind: 'bonus' | 'deduction', max: number, nodes: readonly RubricNode[], said: SheetTexts) =>
    html`${groupRow(
      {
        title: `${texts[kind]} (${texts.upTo(formatPoints(max, { trim: true }))})`,
        ids: idsOf(nodes),
        self: figures.sumOf(kind, 'self'),
        appraised: figures.sumOf(kind, 'appraised'),
        depth: 1,
      },
      view,
    )}
    ${rows(nodes, { ...view, texts: said }, 2, false)}`;
  // A deduction is for a fault that was found, not for something achieved.
  const found = { ...texts, met: texts.found, notMet: texts.notFound };
  return html`<table class="score-table ${showsAppraised ? 'two' : ''}" part="table" @keydown=${onKey}>
    <thead>
      <tr>
        <th scope="col" class="number">${texts.number}</th>
        <th scope="col" class="criterion">${texts.criterion}<span class="of"> /${texts.max.toLowerCase()}</span></th>
        <th scope="col" class="points max">${texts.max}</th>
        <th scope="col" class="points own">${texts.self}</th>
        ${
          showsAppraised
            ? html`<th scope="col" class="points given">${texts.appraised}</th>
                <th scope="col" class="points difference">${texts.difference}</th>`
            : nothing
        }
        <th scope="col" class="evidence screen-only">
          <span class="word">${texts.evidenceColumn}</span><span class="sign" aria-hidden="true">${attachIcon}</span>
        </th>
      </tr>
    </thead>
    <tbody>
      ${rows(criteria, view, 0, false)} ${bonus ? part('bonus', bonus.max, bonus.criteria, texts) : nothing}
      ${deduction ? part('deduction', deduction.max, deduction.criteria, found) : nothing}
    </tbody>
    <tbody class="paper-only">
      ${totalRow(view)}
    </tbody>
  </table>`;
}

/** In the column of evidence the arrow keys go to the next line that has some, or to the one before. */
function onKey(event: KeyboardEvent): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const button = (event.target as Element).closest?.<HTMLElement>('button.files');
  if (!by || !button) return;
  event.preventDefault();
  const all = [...(event.currentTarget as Element).querySelectorAll<HTMLElement>('button.files')];
  const visible = all.filter((each) => each.offsetParent !== null);
  visible[visible.indexOf(button) + by]?.focus();
}

const idsOf = (nodes: readonly RubricNode[]): string[] =>
  nodes.flatMap((node) => (node.kind === 'group' ? idsOf(node.children) : [node.id]));

interface GroupRow {
  number?: string | undefined;
  title: unknown;
  max?: number;
  note?: RubricText | undefined;
  ids: readonly string[];
  self: number | undefined;
  appraised: number | undefined;
  depth: number;
}

function groupRow({ number, title, max, note, ids, self, appraised, depth }: GroupRow, view: TableView) {
  const { figures, lang, only } = view;
  const isOff = only !== undefined && !ids.some((id) => only.has(id));
  return html`<tr class="group depth-${Math.min(depth, 3)} ${isOff ? 'off' : ''}">
    ${number ? html`<th scope="rowgroup" class="number">${number}</th>` : html`<td class="number"></td>`}
    <th scope="rowgroup" class="criterion">
      ${title}${max === undefined ? nothing : html`<span class="of"> /${shownPoints(max)}</span>`}${noteTemplate(note, lang)}
    </th>
    <td class="points max">${max === undefined ? '' : shownPoints(max)}</td>
    <td class="points own" data-label=${view.texts.self}>${shownPoints(self)}</td>
    ${
      figures.showsAppraised
        ? html`<td class="points given" data-label=${view.texts.appraised}>${shownPoints(appraised)}</td>
            <td class="points difference" data-label=${view.texts.difference}>
              ${differenceTemplate(minus(appraised, self), false)}
            </td>`
        : nothing
    }
    <td class="evidence empty screen-only"></td>
  </tr>`;
}

/** The last line on paper. */
function totalRow({ figures, texts }: TableView): TemplateResult {
  const { self, appraised } = figures.results;
  const outOf = ({ points, outOf }: { points: number | null; outOf: number }) =>
    points === null ? '–' : texts.outOf(shownPoints(points), shownPoints(outOf));
  return html`<tr class="group grand-total">
    <td></td>
    <th scope="row" class="criterion">${texts.total}</th>
    <td class="points max">${shownPoints(figures.card.rubric.total)}</td>
    <td class="points own">${outOf(self)}</td>
    ${
      figures.showsAppraised
        ? html`<td class="points given">${appraised ? outOf(appraised) : '–'}</td>
            <td class="points difference"></td>`
        : nothing
    }
  </tr>`;
}

function rows(nodes: readonly RubricNode[], view: TableView, depth: number, above: boolean): TemplateResult[] {
  const { figures, lang } = view;
  return nodes.flatMap((node) => {
    const reserved = above || node.scoredBy === 'superior';
    // A unit never sees what only the superior scores.
    if (reserved && figures.card.side === 'self') return [];
    if (node.kind !== 'group') return [lineRow({ criterion: node, reserved }, view)];
    const { number, max, note } = node;
    return [
      groupRow(
        {
          number,
          title: textIn(node.title, lang),
          max,
          note,
          ids: idsOf(node.children),
          self: reserved ? undefined : figures.sum(node, 'self'),
          appraised: figures.sum(node, 'appraised'),
          depth,
        },
        view,
      ),
      ...rows(node.children, view, depth + 1, reserved),
    ];
  });
}

/** A difference: bold where there is one, amber where it has to be explained. */
function differenceTemplate(points: number | undefined, isMarked: boolean): TemplateResult | string {
  if (!points) return shownDifference(points);
  return html`<b class=${isMarked ? 'marked' : ''}>${shownDifference(points)}</b>`;
}

function lineRow({ criterion, reserved }: Pick<CardLine, 'criterion' | 'reserved'>, view: TableView): TemplateResult {
  const { figures, texts, lang, only, needingReason } = view;
  const { card } = figures;
  const { id } = criterion;
  const max = criterion.kind === 'gate' ? undefined : criterion.max;
  const isOff = only !== undefined && !only.has(id);
  const isMarked = needingReason.has(id);
  const cell = (side: 'self' | 'appraised') =>
    reserved && side === 'self' ? '–' : card.side === side ? boxes(criterion, view) : readOnly(criterion, side, view);
  const more = lineDetails(criterion, reserved, view);
  const state = `${isOff ? 'off' : ''} ${isMarked ? 'attention' : ''}`;
  return html`<tr class="line ${state} ${more === nothing ? '' : 'continued'}">
      <td class="number">${criterion.number ?? ''}</td>
      <th scope="row" class="criterion">
        ${textIn(criterion.title, lang)}${max === undefined ? nothing : html`<span class="of"> /${shownPoints(max)}</span>`}
        ${noteTemplate(criterion.note, lang)}${levelsTemplate(criterion, lang)}
      </th>
      <td class="points max">${shownPoints(max)}</td>
      <td class="points own ${card.side === 'self' && !reserved ? 'entered' : ''}" data-label=${texts.self}>
        ${cell('self')}
      </td>
      ${
        figures.showsAppraised
          ? html`<td class="points given" data-label=${texts.appraised}>${cell('appraised')}</td>
              <td class="points difference" data-label=${texts.difference}>
                ${differenceTemplate(figures.differenceOf(id), isMarked)}
              </td>`
          : nothing
      }
      <td class="evidence screen-only ${!reserved && hasEvidence(criterion, card) ? '' : 'empty'}">
        ${reserved ? nothing : evidenceCell(criterion, view)}
      </td>
    </tr>
    ${more}`;
}

/** What stands on paper, and in a column that is only read: the points, or the answer where it gives none. */
function readOnly(criterion: Criterion, side: 'self' | 'appraised', { figures, texts, lang }: TableView) {
  const value = figures.card.valueOf(criterion, side);
  const said = lineValueText(criterion, value, texts, lang);
  const points = figures.points(criterion.id, side);
  if (points === undefined || criterion.kind === 'gate') return said;
  return criterion.kind === 'range' || criterion.kind === 'formula'
    ? shownPoints(points)
    : html`<span class="said screen-only">${said}</span> ${shownPoints(points)}`;
}

/** The boxes of a line, beside them the points that they give. */
function boxes(criterion: Criterion, view: TableView): TemplateResult {
  const { figures, texts, lang } = view;
  const { card } = figures;
  const { id, kind } = criterion;
  const side = card.side as 'self' | 'appraised';
  const name = [criterion.number, textIn(criterion.title, lang)].filter(Boolean).join(' ');
  const current = card.entry(id);
  // What a changed value comes to is not known before it is counted.
  const waiting = card.outdated && card.edits.lines[id]?.entry;
  const worth = kind === 'range' || kind === 'gate' || waiting ? undefined : figures.points(id, side);
  return html`<div class="entry screen-only">
      ${lineInput({
        criterion,
        label: `${name} – ${side === 'self' ? texts.self : texts.appraised}`,
        entry: { ...view.initial(id), ...pick(current) },
        current,
        outdated: card.outdated,
        texts,
        lang,
        onEdit: (change) => view.onEdit((at) => at.editEntry(id, change)),
      })}
      ${worth === undefined ? nothing : html`<b class="worth">${shownPoints(worth)}</b>`}
    </div>
    <span class="paper-only">${readOnly(criterion, side, view)}</span>`;
}

/** Whether the column of evidence has something to unfold: the unit may always add some. */
const hasEvidence = ({ id }: Criterion, card: Card): boolean =>
  card.side === 'self' || card.files(id).length > 0 || card.note(id) !== '';

/** How many files there are, as the button that unfolds them. */
function evidenceCell(criterion: Criterion, view: TableView): unknown {
  const { figures, texts, lang, details, needingReason, onDetails } = view;
  const { card } = figures;
  const { id } = criterion;
  const count = card.files(id).length;
  const isOwn = card.side === 'self';
  if (!hasEvidence(criterion, card)) return html`<span class="none">${texts.noFiles}</span>`;
  const isMissing = isOwn && figures.withoutEvidence.some((line) => line.criterion.id === id);
  const words = isMissing
    ? texts.filesMissing(criterion.evidence!.min)
    : count > 0
      ? texts.filesCount(count)
      : isOwn
        ? texts.addFiles
        : texts.note;
  const content = html`${attachIcon}<span class="word">${words}</span
    >${count > 0 ? html`<span class="sign">${count}</span>` : nothing}`;
  // Beside a reason they stand already.
  if (!isOwn && needingReason.has(id)) return html`<span class="files">${content}</span>`;
  return html`<button
    class="link files ${isMissing ? 'missing' : ''}"
    type="button"
    tabindex=${isLastWithFiles(id, view) ? 0 : -1}
    aria-expanded=${details.get(id) ?? false}
    @click=${() => onDetails(id)}
  >
    ${content}<span class="hidden">: ${textIn(criterion.title, lang)}</span>
  </button>`;
}

/** The button that Tab comes to after the last box. */
function isLastWithFiles(id: string, { figures, needingReason, only }: TableView): boolean {
  const { card } = figures;
  const having = figures.lines.filter(({ criterion, reserved }) => {
    if (reserved || (only && !only.has(criterion.id))) return false;
    if (card.side === 'self') return true;
    const { id } = criterion;
    return !needingReason.has(id) && (card.files(id).length > 0 || card.note(id) !== '');
  });
  return having.at(-1)?.criterion.id === id;
}

/** Only what changes which boxes are shown: typed text lives in the boxes themselves, so that typing is never disturbed. */
function pick({ notApplicable }: Entry): Partial<Entry> {
  return notApplicable === undefined ? {} : { notApplicable };
}

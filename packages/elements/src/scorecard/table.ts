import { html, nothing, type TemplateResult } from 'lit';
import type { AssessmentResults, ScoredLine } from '@dvk/sdk/assessments';
import { assessmentsPutAppraisedLines, assessmentsPutSelfLines } from '@dvk/sdk/constraints';
import type { Criterion, RubricNode, RubricText } from '@dvk/sdk/rubrics';
import { formatPoints } from '@dvk/sdk/text';
import type { Upload } from '../file-field/upload.ts';
import { contractField, filesField } from '../form/contract-field.ts';
import type { Lang } from '../locale/controller.ts';
import { lineValueText, type Entry } from './line-value.ts';
import type { Card } from './card.ts';
import { lineInput } from './line-input.ts';
import { textIn } from './text-in.ts';
import type { SheetTexts } from './texts.ts';

/** A line as the unit itself sends it. */
const ownLine = assessmentsPutSelfLines.of;

export interface TableView {
  card: Card;
  /** What the boxes begin with: the card as it was when it was opened or last saved. */
  initial: (id: string) => Entry;
  results: AssessmentResults;
  /** Lines whose difference from the unit's own points must be explained. */
  needingReason: ReadonlySet<string>;
  upload: Upload | undefined;
  texts: SheetTexts;
  lang: Lang;
  onEdit: (act: (card: Card) => void) => void;
}

/** The criteria tree as a table; on a narrow page each line becomes a block of its own. */
export function scoreTable(view: TableView): TemplateResult {
  const { card, texts } = view;
  const { criteria, bonus, deduction } = card.rubric;
  const showAppraised = card.side === 'appraised' || (card.side === 'none' && view.results.appraised !== null);
  const part = (title: string, max: number, nodes: readonly RubricNode[], said = texts) =>
    html`<tr class="group">
        <th scope="rowgroup" colspan=${showAppraised ? 5 : 4}>
          ${title} (${texts.upTo(formatPoints(max, { trim: true }))})
        </th>
      </tr>
      ${rows(nodes, { ...view, texts: said }, showAppraised, 1, false)}`;
  // A deduction is for a fault that was found, not for something achieved.
  const found = { ...texts, met: texts.found, notMet: texts.notFound };
  return html`<table part="table">
    <thead>
      <tr>
        <th scope="col">${texts.number}</th>
        <th scope="col">${texts.criterion}</th>
        <th scope="col" class="points">${texts.max}</th>
        <th scope="col">${texts.self}</th>
        ${showAppraised ? html`<th scope="col">${texts.appraised}</th>` : nothing}
      </tr>
    </thead>
    <tbody>
      ${rows(criteria, view, showAppraised, 0, false)} ${bonus ? part(texts.bonus, bonus.max, bonus.criteria) : nothing}
      ${deduction ? part(texts.deduction, deduction.max, deduction.criteria, found) : nothing}
    </tbody>
  </table>`;
}

function rows(
  nodes: readonly RubricNode[],
  view: TableView,
  showAppraised: boolean,
  depth: number,
  above: boolean,
): TemplateResult[] {
  const { card, lang } = view;
  return nodes.flatMap((node) => {
    const reserved = above || node.scoredBy === 'superior';
    // A unit never sees what only the superior scores.
    if (reserved && card.side === 'self') return [];
    if (node.kind !== 'group') return [line(node, view, showAppraised, reserved)];
    return [
      html`<tr class="group depth-${Math.min(depth, 3)}">
        <th scope="rowgroup" class="number">${node.number ?? ''}</th>
        <th scope="rowgroup">${textIn(node.title, lang)}${note(node.note, lang)}</th>
        <td class="points">${formatPoints(node.max, { trim: true })}</td>
        <td colspan=${showAppraised ? 2 : 1}></td>
      </tr>`,
      ...rows(node.children, view, showAppraised, depth + 1, reserved),
    ];
  });
}

function line(criterion: Criterion, view: TableView, showAppraised: boolean, reserved: boolean): TemplateResult {
  const { card, texts, lang, results } = view;
  const { id } = criterion;
  const saved = card.saved(id);
  const label = [criterion.number, textIn(criterion.title, lang)].filter(Boolean).join(' ');
  const input = () =>
    lineInput({
      criterion,
      label: `${label} – ${card.side === 'self' ? texts.self : texts.appraised}`,
      entry: { ...view.initial(id), ...pick(card.entry(id)) },
      current: card.entry(id),
      outdated: card.outdated,
      texts,
      lang,
      onEdit: (change) => view.onEdit((at) => at.editEntry(id, change)),
    });
  const side = (name: 'self' | 'appraised') => {
    const own = card.side === name;
    const shown = own ? input() : lineValueText(criterion, saved?.[name], texts, lang);
    // What a changed value comes to is not known before it is counted.
    const waiting = own && card.outdated && card.edits.lines[id]?.entry;
    return html`${shown}${waiting ? nothing : countedPoints(criterion, results[name]?.lines)}`;
  };
  const more = extras(criterion, view, reserved, showAppraised);
  return html`<tr class=${more === nothing ? '' : 'continued'}>
      <td class="number">${criterion.number ?? ''}</td>
      <th scope="row">${textIn(criterion.title, lang)}${note(criterion.note, lang)}${levels(criterion, lang)}</th>
      <td class="points" data-label=${texts.max}>
        ${criterion.kind === 'gate' ? '' : formatPoints(criterion.max, { trim: true })}
      </td>
      <td data-label=${texts.self}>${reserved ? '–' : side('self')}</td>
      ${showAppraised ? html`<td data-label=${texts.appraised}>${side('appraised')}</td>` : nothing}
    </tr>
    ${more}`;
}

/** The reason of a difference, and – folded away – the note and the files behind a line. */
function extras(
  criterion: Criterion,
  view: TableView,
  reserved: boolean,
  showAppraised: boolean,
): TemplateResult | typeof nothing {
  const { card, texts, upload, onEdit } = view;
  const { id } = criterion;
  const needsReason = view.needingReason.has(id);
  const files = card.files(id);
  const text = card.note(id);
  const ownNotes = !reserved && (card.side === 'self' || files.length > 0 || text !== '');
  if (!needsReason && !ownNotes) return nothing;
  const demand = criterion.evidence;
  return html`<tr class="extra ${needsReason ? '' : 'folded'}">
    <td></td>
    <td colspan=${showAppraised ? 4 : 3}>
      ${
        !needsReason
          ? nothing
          : card.side === 'appraised'
            ? contractField({
                body: assessmentsPutAppraisedLines.of,
                name: `reason/${id}`,
                pointer: 'reason',
                label: texts.reason,
                rows: 2,
                value: card.reason(id),
                required: true,
                onInput: (reason) => onEdit((at) => at.edit(id, { reason })),
              })
            : html`<p><b>${texts.reason}:</b> ${card.reason(id)}</p>`
      }
      ${
        ownNotes
          ? html`<details>
              <summary>${files.length > 0 ? texts.evidenceCount(files.length) : texts.evidence}</summary>
              ${
                card.side === 'self'
                  ? html`${contractField({
                      body: ownLine,
                      name: `note/${id}`,
                      pointer: 'note',
                      label: texts.note,
                      rows: 2,
                      value: text,
                      onInput: (note) => onEdit((at) => at.edit(id, { note })),
                    })}
                    ${filesField({
                      body: ownLine,
                      name: `evidence/${id}`,
                      pointer: 'evidence',
                      label: texts.files,
                      hint: demand ? texts.evidenceNeeded(demand.min) : '',
                      upload,
                      files,
                      onChange: (chosen) => onEdit((at) => at.edit(id, { files: chosen })),
                    })}`
                  : html`<p class="prewrap">${text}</p>
                      <ul>
                        ${files.map(({ name }) => html`<li>${name}</li>`)}
                      </ul>`
              }
            </details>`
          : nothing
      }
    </td>
  </tr>`;
}

/** The points that a count, level or rate gives, under its box. */
function countedPoints(
  criterion: Criterion,
  lines: readonly ScoredLine[] | undefined,
): TemplateResult | typeof nothing {
  if (criterion.kind === 'range' || criterion.kind === 'gate') return nothing;
  const scored = lines?.find(({ criterionId }) => criterionId === criterion.id);
  return scored?.state === 'scored'
    ? html`<span class="worked">= ${formatPoints(scored.points, { trim: true })}</span>`
    : nothing;
}

function levels(criterion: Criterion, lang: Lang): TemplateResult | typeof nothing {
  if (criterion.kind !== 'levels' || !criterion.levels.some(({ descriptor }) => descriptor)) return nothing;
  return html`<ul class="levels">
    ${criterion.levels.map(
      ({ title, descriptor, points }) =>
        html`<li>
          ${textIn(title, lang)}
          (${formatPoints(points, { trim: true })})${descriptor ? html`: ${textIn(descriptor, lang)}` : nothing}
        </li>`,
    )}
  </ul>`;
}

function note(text: RubricText | undefined, lang: Lang): TemplateResult | typeof nothing {
  return text ? html`<span class="note">${textIn(text, lang)}</span>` : nothing;
}

/** Only what changes which boxes are shown: typed text lives in the boxes themselves, so that typing is never disturbed. */
function pick({ notApplicable }: Entry): Partial<Entry> {
  return notApplicable === undefined ? {} : { notApplicable };
}

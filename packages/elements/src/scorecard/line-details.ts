import { html, nothing, type TemplateResult } from 'lit';
import { assessmentsPutAppraisedLines, assessmentsPutSelfLines } from '@dvk/sdk/constraints';
import type { Criterion } from '@dvk/sdk/rubrics';
import { contractField, filesField } from '../form/contract-field.ts';
import { shownPoints } from './figures.ts';
import type { TableView } from './table-view.ts';

/** A line as the unit itself sends it. */
const ownLine = assessmentsPutSelfLines.of;

/** The row below a line: the reason of a difference, always; note and files, once they were asked for. */
export function lineDetails(criterion: Criterion, reserved: boolean, view: TableView): TemplateResult | typeof nothing {
  const { figures, needingReason, only, details } = view;
  const { card } = figures;
  const { id } = criterion;
  const needsReason = needingReason.has(id);
  const isOwn = card.side === 'self';
  const asked = details.get(id);
  if (!needsReason && asked === undefined) return nothing;
  // What was unfolded once stays, folded: a file may still be on its way.
  const isOff = (only !== undefined && !only.has(id)) || (!needsReason && !asked);
  const hasEvidence = !reserved && (isOwn ? asked !== undefined : needsReason || asked !== undefined);
  return html`<tr class="extra ${isOff ? 'off' : ''} ${needsReason ? 'attention' : ''}">
    <td class="number"></td>
    <td colspan=${figures.showsAppraised ? 6 : 4}>
      <div class="details">
        ${needsReason ? reasonTemplate(id, view) : nothing}
        ${hasEvidence ? (isOwn ? ownEvidence(criterion, view) : evidenceTemplate(id, view)) : nothing}
      </div>
    </td>
  </tr>`;
}

function reasonTemplate(id: string, { figures: { card }, texts, onEdit }: TableView): TemplateResult {
  if (card.side !== 'appraised') return html`<p><b>${texts.reason}:</b> ${card.reason(id)}</p>`;
  return contractField({
    body: assessmentsPutAppraisedLines.of,
    name: `reason/${id}`,
    pointer: 'reason',
    label: texts.reason,
    hint: texts.reasonHint(shownPoints(card.reasonLimit)),
    rows: 2,
    value: card.reason(id),
    required: true,
    onInput: (reason) => onEdit((at) => at.edit(id, { reason })),
  });
}

/** Note and files, to be looked at. */
function evidenceTemplate(id: string, { figures: { card }, texts, files }: TableView): TemplateResult | typeof nothing {
  const note = card.note(id);
  if (!note && card.files(id).length === 0) return nothing;
  return html`<div>
    <b>${texts.evidenceColumn}</b>
    ${note ? html`<p class="prewrap">${note}</p>` : nothing} ${files(id)}
  </div>`;
}

/** Note and files of the unit's own, to be changed. */
function ownEvidence(criterion: Criterion, { figures: { card }, texts, upload, onEdit }: TableView): TemplateResult {
  const { id, evidence: demand } = criterion;
  return html`${contractField({
    body: ownLine,
    name: `note/${id}`,
    pointer: 'note',
    label: texts.note,
    rows: 2,
    value: card.note(id),
    onInput: (note) => onEdit((at) => at.edit(id, { note })),
  })}
  ${filesField({
    body: ownLine,
    name: `evidence/${id}`,
    pointer: 'evidence',
    label: texts.files,
    hint: demand ? texts.evidenceNeeded(demand.min) : '',
    upload,
    files: card.files(id),
    onChange: (chosen) => onEdit((at) => at.edit(id, { files: chosen })),
  })}`;
}

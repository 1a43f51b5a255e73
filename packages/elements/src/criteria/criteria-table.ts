import { html, nothing, type TemplateResult } from 'lit';
import { placedNodes, type PlacedNode, type Rubric, type RubricPart } from '@dvk/sdk/rubrics';
import type { Lang } from '../locale/controller.ts';
import type { criteria } from '../locale/criteria/vi.ts';
import { noteTemplate } from './line-texts.ts';
import { scoringWords, shortPoints } from './scoring-words.ts';
import { textIn } from './text-in.ts';

export interface CriteriaTableView {
  rubric: Rubric;
  texts: typeof criteria;
  lang: Lang;
  /** What stands beside the name of a line: that something is to be looked at. */
  mark?: (placed: PlacedNode) => unknown;
}

/**
 * The criteria of a rubric as its decision prints them, to be read: number, name, maximum, how a line is scored, what proves it.
 * Each row has the pointer of its node as `data-pointer`.
 */
export function criteriaTable({ rubric, texts, lang, mark = () => nothing }: CriteriaTableView): TemplateResult {
  const nodes = placedNodes(rubric);
  const of = (part: RubricPart) => nodes.filter((placed) => placed.part === part);
  const pot = (part: 'bonus' | 'deduction') => {
    const { max } = rubric[part] ?? {};
    if (max === undefined) return nothing;
    return html`<tr class="group depth-1" data-pointer="/${part}">
        <td class="number"></td>
        <th scope="rowgroup" class="criterion" colspan="4">${texts.parts[part]} (${texts.upTo(shortPoints(max))})</th>
      </tr>
      ${of(part).map((placed) => rowOf(placed))}`;
  };
  const rowOf = (placed: PlacedNode) => {
    const { node, part, pointer, depth } = placed;
    const isGroup = node.kind === 'group';
    const max = node.kind === 'gate' ? undefined : shortPoints(node.max);
    const how = scoringWords(node, part, texts, lang);
    const evidence = node.kind !== 'group' && node.evidence;
    const kind = isGroup ? `group depth-${Math.min(depth - 1, 3)}` : 'line';
    return html`<tr class=${kind} data-pointer=${pointer} tabindex="-1">
      ${isGroup && node.number ? html`<th scope="rowgroup" class="number">${node.number}</th>` : html`<td class="number">${node.number ?? ''}</td>`}
      <th scope=${isGroup ? 'rowgroup' : 'row'} class="criterion">
        ${textIn(node.title, lang)}${max === undefined ? nothing : html`<span class="of"> /${max}</span>`}
        ${mark(placed)}${noteTemplate(node.note, lang)}
      </th>
      <td class="points max">${max ?? ''}</td>
      <td class="how" data-label=${how.length > 0 ? texts.how : nothing}>
        <div>${how.map((words) => html`<p>${words}</p>`)}</div>
      </td>
      <td class="proof" data-label=${evidence ? texts.evidence : nothing}>
        ${evidence ? (evidence.hint ? textIn(evidence.hint, lang) : texts.evidenceOf(evidence.min)) : nothing}
      </td>
    </tr>`;
  };
  return html`<table class="score-table criteria" part="table">
    <thead>
      <tr>
        <th scope="col" class="number">${texts.number}</th>
        <th scope="col" class="criterion">${texts.criterion}</th>
        <th scope="col" class="points max">${texts.max}</th>
        <th scope="col" class="how">${texts.how}</th>
        <th scope="col" class="proof">${texts.evidence}</th>
      </tr>
    </thead>
    <tbody>
      ${of('criteria').map((placed) => rowOf(placed))} ${pot('bonus')} ${pot('deduction')}
      <tr class="group grand-total" data-pointer="/total">
        <td class="number"></td>
        <th scope="row" class="criterion">${texts.total}<span class="of"> /${shortPoints(rubric.total)}</span></th>
        <td class="points max">${shortPoints(rubric.total)}</td>
        <td class="how" colspan="2"></td>
      </tr>
    </tbody>
  </table>`;
}

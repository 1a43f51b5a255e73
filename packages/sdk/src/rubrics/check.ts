import { isInputError } from '../errors/input-error.ts';
import { checkBands } from './check-bands.ts';
import { checkCriterion, checkIsPoints } from './check-criterion.ts';
import { checkFormulas } from './check-formulas.ts';
import { checkConditions, checkQuota } from './check-references.ts';
import { shapeFaults } from './check-shape.ts';
import { collect, type Finding, type Report } from './finding.ts';
import { freezeRubric } from './frozen.ts';
import { forSubject } from './overlay.ts';
import { refuse } from './message.ts';
import type { Group, Rubric, RubricNode } from './schema.ts';
import { maxOf, placedNodes, type PlacedNode } from './tree.ts';

const sumOf = (nodes: readonly RubricNode[]): number => nodes.reduce((sum, node) => sum + maxOf(node), 0);

function checkGroup(report: Report, { max, capped, children, title }: Group, pointer: string): void {
  if (!checkIsPoints(report, max, `${pointer}/max`)) return;
  const sum = sumOf(children);
  if (children.length === 0)
    report('error', 'empty-group', `${pointer}/children`, 'Nhóm “$0” chưa có tiêu chí', 'Group “$0” is empty', title);
  else if (sum < max || (sum > max && !capped)) {
    report(
      'error',
      'sum-mismatch',
      `${pointer}/max`,
      'Các mục trong “$0” cộng được $1, không phải $2',
      'What is in “$0” adds up to $1, not $2',
      title,
      sum,
      max,
    );
  } else if (capped && sum === max) {
    report(
      'info',
      'cap-not-needed',
      `${pointer}/capped`,
      '“$0” cộng được đúng $1: giới hạn không có tác dụng',
      '“$0” adds up to $1 exactly: the cap does nothing',
      title,
      sum,
    );
  }
}

function checkNodes(report: Report, rubric: Rubric, placed: readonly PlacedNode[]): void {
  const seen = new Set<string>();
  const conditions = new Set(rubric.conditions.map(({ id }) => id));
  for (const { node, pointer } of placed) {
    if (seen.has(node.id))
      report('error', 'duplicate-id', `${pointer}/id`, 'Mã “$0” dùng hai lần', 'The id “$0” is used twice', node.id);
    seen.add(node.id);
    if (!node.title.vi.trim()) report('error', 'no-title', `${pointer}/title/vi`, 'Chưa có tên', 'There is no title');
    if (node.kind === 'group') checkGroup(report, node, pointer);
    else checkCriterion(report, node, pointer);
    if (node.kind === 'gate' && !conditions.has(node.condition)) {
      report(
        'error',
        'unknown-condition',
        `${pointer}/condition`,
        'Không có điều kiện “$0”',
        'There is no condition “$0”',
        node.condition,
      );
    }
  }
  const lines = placed.filter(({ node, part }) => part === 'criteria' && node.kind !== 'group' && node.kind !== 'gate');
  if (lines.length === 0) report('error', 'empty-group', '/criteria', 'Chưa có tiêu chí nào', 'There are no criteria');
  else if (lines.every(({ reserved }) => reserved)) {
    report(
      'warning',
      'nothing-to-self-score',
      '/criteria',
      'Đơn vị không có gì để tự chấm',
      'There is nothing for a unit to score itself',
    );
  }
}

function checkTotals(report: Report, { total, ceiling = total, criteria, bonus, deduction }: Rubric): void {
  if (!checkIsPoints(report, total, '/total')) return;
  const sum = sumOf(criteria);
  if (sum !== total)
    report(
      'error',
      'sum-mismatch',
      '/total',
      'Các tiêu chí cộng được $0, không phải $1',
      'The criteria add up to $0, not $1',
      sum,
      total,
    );
  for (const [part, pot] of [
    ['bonus', bonus],
    ['deduction', deduction],
  ] as const) {
    if (!pot || !checkIsPoints(report, pot.max, `/${part}/max`)) continue;
    const inside = sumOf(pot.criteria);
    if (inside < pot.max)
      report(
        'error',
        'unreachable',
        `/${part}/max`,
        'Các mục chỉ cộng được $0, không đến $1',
        'The lines add up to $0 only, not to $1',
        inside,
        pot.max,
      );
  }
  if (ceiling < total)
    report(
      'error',
      'ceiling-too-low',
      '/ceiling',
      'Trần $0 thấp hơn tổng điểm $1',
      'The ceiling $0 is below the total $1',
      ceiling,
      total,
    );
  else if (ceiling > total + (bonus?.max ?? 0)) {
    report(
      'warning',
      'unreachable',
      '/ceiling',
      'Không ai đạt được trần $0',
      'Nobody can reach the ceiling $0',
      ceiling,
    );
  }
}

function checkOrder(report: Report, rubric: Rubric, placed: readonly PlacedNode[]): void {
  const { order, bonus, deduction, notApplicable, rounding } = rubric;
  for (const step of ['rescale', 'bonus', 'deduction'] as const) {
    if (order.indexOf(step) !== order.lastIndexOf(step))
      report('error', 'step-twice', '/order', 'Bước “$0” có hai lần', 'Step “$0” is there twice', step);
  }
  const rescales =
    notApplicable === 'rescale' &&
    placed.some(({ node, part }) => part === 'criteria' && 'mayNotApply' in node && node.mayNotApply);
  const needed = { bonus: bonus !== undefined, deduction: deduction !== undefined, rescale: rescales };
  for (const [step, is] of Object.entries(needed) as [keyof typeof needed, boolean][]) {
    if (is && !order.includes(step))
      report('error', 'step-missing', '/order', 'Thứ tự tính thiếu bước “$0”', 'The order lacks the step “$0”', step);
    if (!is && step !== 'rescale' && order.includes(step))
      report(
        'warning',
        'step-idle',
        '/order',
        'Bước “$0” không có gì để tính',
        'The step “$0” has nothing to do',
        step,
      );
  }
  if (!order.includes('round'))
    report(
      'info',
      'step-missing',
      '/order',
      'Không có bước làm tròn: tính đến phần trăm điểm',
      'There is no rounding step: hundredths are used',
    );
  if (!Number.isInteger(rounding.to) || rounding.to < 1) {
    report(
      'error',
      'no-step',
      '/rounding/to',
      'Đơn vị làm tròn phải là số nguyên lớn hơn 0',
      'The rounding unit is an integer above 0',
    );
  }
}

/** Each variant must give a valid rubric too; only faults of the variant itself are reported. */
function checkVariants(report: Report, rubric: Rubric, known: readonly Finding[]): void {
  const reported = new Set(known.map(({ code, text }) => code + text.vi));
  for (const [at, variant] of (rubric.variants ?? []).entries()) {
    const here = `/variants/${at}`;
    const { registrantKinds: _kinds, unitKinds: _unitKinds, ...always } = variant;
    try {
      const resolved = forSubject({ ...rubric, variants: [always] }, {});
      for (const { severity, code, pointer, text } of checkRubric(resolved)) {
        if (!reported.has(code + text.vi)) report(severity, code, here, `$0 (${pointer})`, `$0 (${pointer})`, text);
      }
    } catch (error) {
      if (!isInputError(error)) throw error;
      report('error', error.code, here + error.pointer.replace('/rubric/variants/0', ''), '$0', '$0', error.text);
    }
  }
}

/**
 * Every fault of a rubric, most of them before it is used: sums, gaps and overlaps of bands, lines and
 * maxima that cannot be reached, references to missing lines, cyclic formulas, steps missing from the order. What the source
 * does not publish (`rubric.unpublished`) is reported as `info`. An empty list means it can be published.
 * Takes any JSON: data that is no rubric gives `wrong-shape` only.
 *
 * @example
 * checkRubric(rubric).filter(({ severity }) => severity === 'error')
 */
export function checkRubric(rubric: Rubric): Finding[] {
  const findings: Finding[] = [];
  const report = collect(findings);
  const faults = shapeFaults(rubric);
  if (!faults || faults.some(({ broken }) => broken)) {
    for (const { pointer, broken } of faults ?? []) {
      if (broken)
        report('error', 'wrong-shape', pointer, 'Thiếu hoặc sai kiểu dữ liệu', 'Missing, or of the wrong type');
    }
    if (!faults)
      report('error', 'too-large', '/criteria', 'Dữ liệu lồng nhau quá sâu', 'The data is nested too deeply');
    return findings;
  }
  let placed: PlacedNode[];
  try {
    placed = placedNodes(rubric);
  } catch (error) {
    if (!isInputError(error)) throw error;
    report('error', error.code, error.pointer.replace('/rubric', ''), '$0', '$0', error.text);
    return findings;
  }
  checkNodes(report, rubric, placed);
  checkFormulas(report, placed);
  checkTotals(report, rubric);
  checkBands(report, rubric);
  checkOrder(report, rubric, placed);
  checkConditions(report, rubric, placed);
  checkQuota(report, rubric, placed);
  const reported = new Set(findings.map(({ pointer }) => pointer));
  for (const { pointer, value } of faults.filter((fault) => !reported.has(fault.pointer))) {
    const shown = String(value).slice(0, 100);
    report(
      'error',
      'wrong-value',
      pointer,
      'Không dùng được giá trị “$0” ở đây',
      'The value “$0” cannot be used here',
      shown,
    );
  }
  checkVariants(report, rubric, findings);
  return findings;
}

/**
 * A rubric ready for use: checked, and frozen so that this version never changes.
 * Throws `InputError` for the first error that {@link checkRubric} finds.
 */
export function publishRubric(rubric: Rubric): Rubric {
  const fault = checkRubric(rubric).find(({ severity }) => severity === 'error');
  if (fault) refuse(fault.code, `/rubric${fault.pointer}`, '$0', '$0', fault.text);
  return freezeRubric(rubric);
}

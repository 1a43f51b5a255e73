import type { Report } from './finding.ts';
import { checkFormula } from './formula.ts';
import type { FormulaCriterion } from './schema.ts';
import type { PlacedNode } from './tree.ts';

/** The first input line of a formula that depends on the formula itself. */
function findCycle(start: FormulaCriterion, lines: ReadonlyMap<string, PlacedNode>): string | undefined {
  const seen = new Set<string>();
  const reaches = (id: string): boolean => {
    if (id === start.id) return true;
    if (seen.has(id)) return false;
    seen.add(id);
    const node = lines.get(id)?.node;
    return node?.kind === 'formula' && Object.values(node.inputs).some(({ line }) => reaches(line));
  };
  return Object.values(start.inputs).find(({ line }) => reaches(line))?.line;
}

/** Faults of the formula lines: what they read, cycles, syntax. */
export function checkFormulas(report: Report, placed: readonly PlacedNode[]): void {
  const lines = new Map(placed.filter(({ node }) => node.kind !== 'group').map((each) => [each.node.id, each]));
  for (const { node, pointer, reserved } of lines.values()) {
    if (node.kind !== 'formula') continue;
    for (const { code, text } of checkFormula(node)) report('error', code, `${pointer}/expression`, text.vi, text.en);
    const used = new Set(node.expression.match(/[A-Za-z_$][\w$]*/g));
    for (const [name, { line, take }] of Object.entries(node.inputs)) {
      const here = `${pointer}/inputs/${name}`;
      const read = lines.get(line);
      if (!used.has(name))
        report('warning', 'unused-input', here, 'Công thức không dùng “$0”', 'The formula does not use “$0”', name);
      if (!read) report('error', 'unknown-line', `${here}/line`, 'Không có dòng “$0”', 'There is no line “$0”', line);
      else if (read.node.kind === 'gate')
        report('error', 'no-value', `${here}/line`, 'Dòng “$0” không có điểm', 'Line “$0” has no points', line);
      else if (take === 'value' && read.node.kind !== 'count' && read.node.kind !== 'ratio') {
        report(
          'error',
          'no-value',
          `${here}/take`,
          'Dòng “$0” không có số đếm hay tỷ lệ',
          'Line “$0” has no count or rate',
          line,
        );
      } else if (read.reserved && !reserved) {
        report(
          'error',
          'formula-reads-reserved',
          `${here}/line`,
          'Dòng “$0” dành cho cấp trên: công thức này cũng phải để cấp trên chấm',
          'Line “$0” is the superior’s: so must this formula be',
          line,
        );
      }
    }
    const back = findCycle(node, lines);
    if (back !== undefined) {
      report(
        'error',
        'cyclic-formula',
        `${pointer}/inputs`,
        'Công thức tham chiếu vòng quanh qua “$0”',
        'The formula leads back to itself through “$0”',
        back,
      );
    }
  }
}

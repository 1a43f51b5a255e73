import type { Criterion, RubricNode, RubricPart } from '@dvk/sdk/rubrics';
import { formatPoints } from '@dvk/sdk/text';
import type { Lang } from '../locale/controller.ts';
import type { criteria } from '../locale/criteria/vi.ts';
import { textIn } from './text-in.ts';

type Texts = typeof criteria;

export const shortPoints = (points: number): string => formatPoints(points, { trim: true });

function wordsOf(line: Criterion, part: RubricPart, texts: Texts, lang: Lang): string[] {
  switch (line.kind) {
    case 'levels':
      return line.levels.map(({ title, points, descriptor }) => {
        const level = texts.level(textIn(title, lang), shortPoints(points));
        return descriptor ? `${level}. ${textIn(descriptor, lang)}` : level;
      });
    case 'range':
      return [
        texts.range(shortPoints(line.min ?? 0), shortPoints(line.max), line.step ? shortPoints(line.step) : undefined),
      ];
    case 'yes-no':
      return [texts.allOrNothing(shortPoints(line.max), part === 'deduction')];
    case 'count': {
      const isTaken = line.from === 'max' || part === 'deduction';
      return [texts.each(line.unit ? textIn(line.unit, lang) : texts.time, shortPoints(line.each), isTaken)];
    }
    case 'ratio':
      return [...line.thresholds]
        .sort((one, other) => other.atLeast - one.atLeast)
        .map(({ atLeast, points }) => texts.atLeast(shortPoints(atLeast), shortPoints(points)));
    case 'formula':
      return [texts.formula(line.expression)];
    case 'gate':
      return [texts.gate];
  }
}

/** How a line or group is scored, one sentence a line. */
export function scoringWords(node: RubricNode, part: RubricPart, texts: Texts, lang: Lang): string[] {
  const own = node.kind === 'group' ? (node.capped ? [texts.capped] : []) : wordsOf(node, part, texts, lang);
  return [
    ...own,
    ...(node.kind !== 'group' && node.kind !== 'gate' && node.mayNotApply ? [texts.mayNotApply] : []),
    ...(node.scoredBy === 'superior' ? [texts.superior] : []),
  ];
}

import type { FieldError } from '@dvk/sdk/contract';
import type { Lang } from '../locale/controller.ts';
import type { Card } from './card.ts';
import { textIn } from '../criteria/text-in.ts';

/**
 * The server points into the list it was sent, or at a line by its id; the fields are named by the line's id. The reason
 * of a step has a field of its own.
 */
export function atFields(card: Card, errors: readonly FieldError[], lang: Lang): FieldError[] {
  const sent = card.side === 'self' ? card.selfLines : card.appraisedLines;
  return errors.map((error) => {
    const [, first = '', second = '', part = ''] = error.pointer.split('/');
    if (first === 'reason') return { ...error, pointer: '/step-reason' };
    const id = first === 'lines' ? second : sent[Number(first)]?.criterionId;
    const prefix =
      (first === 'lines' ? part : second) === 'reason' ? 'reason/' : part === 'evidence' ? 'evidence/' : '';
    const line = card.lines.find(({ criterion }) => criterion.id === id);
    if (!id || !line) return error;
    // The boxes of the points carry the name of the line themselves.
    const name = [line.criterion.number, textIn(line.criterion.title, lang)].filter(Boolean).join(' ');
    return { ...error, pointer: `/${prefix}${id}`, detail: prefix ? `${name}: ${error.detail}` : error.detail };
  });
}

import type { PublicCase, PublicCaseStep } from '@dvk/sdk/cases';
import type { cases } from '../locale/cases/vi.ts';
import type { Lang } from '../locale/controller.ts';
import type { due } from '../locale/due/vi.ts';
import type { foundCase } from '../locale/found-case/vi.ts';
import type { parts } from '../locale/parts/vi.ts';
import type { CaseFiles } from './case-files.ts';

/** What the parts of a found case are made of. */
export interface CaseView {
  found: PublicCase;
  texts: typeof foundCase;
  names: typeof cases;
  dueTexts: typeof due;
  partTexts: typeof parts;
  lang: Lang;
  files: CaseFiles;
}

/** Whether the answer is one to the term that runs, or ran last: after a reopening the former one is still there. */
export const isAnswered = ({ status, answer }: PublicCase): boolean =>
  answer !== null && (status === 'answered' || status === 'closed');

/** Whether the case is, or was, handled again. */
export const isReopened = ({ earlierTerms }: PublicCase): boolean => earlierTerms.length > 0;

/** Whether a file is a picture. */
export const isPhoto = ({ mediaType }: { mediaType: string }): boolean => mediaType.startsWith('image/');

/** Who took a step, for its sender; `''` for themselves. */
export function whoOf({ by, unitName }: PublicCaseStep, { officeName }: PublicCase): string {
  if (by === 'sender') return '';
  return by === 'office' ? officeName : (unitName ?? '');
}

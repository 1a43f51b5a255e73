import { writeScoreWorkbook } from '@dvk/documents/assessments';
import { scoreSheet } from '@dvk/documents/templates';
import type { Assessment } from '@dvk/sdk/assessments';
import { spreadsheetType } from '@dvk/sdk/office';
import type { Rubric } from '@dvk/sdk/rubrics';
import type { Context } from '../http/route.ts';
import { paperFile } from '../papers/paper.ts';

/** The sheet with the points that the reader may see. */
export async function scorePaper(
  scored: { assessment: Assessment; rubric: Rubric },
  format: 'docx' | 'xlsx' = 'docx',
  context: Context,
): Promise<File> {
  const { assessment } = scored;
  const name = `phieu-cham-diem-${assessment.period}`;
  if (format === 'docx') return paperFile(scoreSheet, () => scored, name, context);
  const { fileQueues } = context.services;
  const bytes = await fileQueues.inspection.run(context.caller, 1, async () => writeScoreWorkbook(scored));
  return new File([bytes as Uint8Array<ArrayBuffer>], `${name}.xlsx`, { type: spreadsheetType });
}

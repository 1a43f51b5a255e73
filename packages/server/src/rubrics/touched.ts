import { classifyChange, type Rubric, type RubricCheck, type TouchedAssessment } from '@dvk/sdk/rubrics';
import type { Context } from '../http/route.ts';
import { findFrozenRubric } from './store.ts';

/** So many of the assessments touched are named. */
const mostNamed = 100;

/** What a new version would ask of the assessments by other versions that are not locked. */
export async function touchedBy(
  next: Rubric,
  { db, session, services }: Pick<Context, 'db' | 'session' | 'services'>,
): Promise<RubricCheck['assessments']> {
  const counts = { nothing: 0, recompute: 0, byHand: 0 };
  const named: Record<TouchedAssessment['action'], TouchedAssessment[]> = { 'by-hand': [], recompute: [] };
  for await (const batch of services.openAssessmentsBy(db, session.tenant, next.id)) {
    for (const [version, ofVersion] of Map.groupBy(batch, ({ rubricVersion }) => rubricVersion)) {
      const before = await findFrozenRubric(services.rubrics, db, session.tenant, next.id, version);
      const { assessments } = classifyChange(before!, next, ofVersion);
      for (const [at, { action, lines, reasons }] of assessments.entries()) {
        counts[action === 'by-hand' ? 'byHand' : action]++;
        if (action === 'nothing' || named[action].length === mostNamed) continue;
        const { id, subjectName, unitName, period, rubricVersion } = ofVersion[at]!;
        named[action].push({ id, subjectName, unitName, period, rubricVersion, action, lines, reasons });
      }
    }
  }
  return { ...counts, touched: [...named['by-hand'], ...named.recompute].slice(0, mostNamed) };
}

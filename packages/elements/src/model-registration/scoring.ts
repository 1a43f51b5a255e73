import type { ModelSummary } from '@dvk/sdk/models';
import { dateInVietnam } from '@dvk/sdk/text';
import { DvkNavigateEvent } from '../events/index.ts';
import type { Client } from '../internal/connection.ts';
import type { WidgetHost } from '../internal/widget-host.ts';

/**
 * Leads to the assessment of a model, which is opened if there is none yet: to the page's own way there, else to
 * `scorecardUrl`.
 */
export async function goToScoring(host: WidgetHost, { id }: ModelSummary, scorecardUrl: string): Promise<void> {
  const { client } = host.connection()!;
  const assessmentId = (await findAssessment(client, id)) ?? (await openAssessment(client, id)) ?? '';
  if (!host.element.dispatchEvent(new DvkNavigateEvent(assessmentId, 'assessments'))) return;
  const address = new URL(scorecardUrl, document.baseURI);
  if (assessmentId) address.hash = `scorecard=${assessmentId}`;
  window.location.assign(address);
}

async function findAssessment({ assessments }: Client, id: string): Promise<string | undefined> {
  const { items } = await assessments.list({ query: { subjectKind: 'model', subjectId: id, limit: 1 } });
  return items[0]?.id;
}

/** With the rubric for models in force this year, if there is only one to choose from: its latest version. */
async function openAssessment({ assessments, rubrics }: Client, id: string): Promise<string | undefined> {
  const period = dateInVietnam(new Date()).slice(0, 4);
  const { items } = await rubrics.list({ query: { subject: 'model', serves: period, limit: 100 } });
  const rubric = items.at(-1);
  if (!rubric || items.some((each) => each.id !== rubric.id)) return undefined;
  const body = { rubricId: rubric.id, rubricVersion: rubric.version, subject: { kind: 'model' as const, id }, period };
  return (await assessments.create({ body })).id;
}

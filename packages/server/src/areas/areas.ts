/** Every area of the server: its endpoints, its records, and how these are imported. A new area is one more line. */
export { accountsArea as accounts } from '../accounts/area.ts';
export { assessmentsArea as assessments } from '../assessments/area.ts';
export { attachmentsArea as attachments } from '../attachments/area.ts';
export { auditArea as audit } from '../audit/area.ts';
export { casesArea as cases } from '../cases/area.ts';
export { draftsArea as drafts } from '../drafts/area.ts';
export { importsArea as imports } from '../imports/area.ts';
export { jobsArea as jobs } from '../jobs/area.ts';
export { modelsArea as models } from '../models/area.ts';
export { noticesArea as notices } from '../notices/area.ts';
export { peopleArea as people } from '../people/area.ts';
export { plansArea as plans } from '../plans/area.ts';
export { rubricsArea as rubrics } from '../rubrics/area.ts';
export { sessionArea as session } from '../session/area.ts';
export { settingsArea as settings } from '../settings/area.ts';
export { unitsArea as units } from '../units/area.ts';
export { webhooksArea as webhooks } from '../webhooks/area.ts';

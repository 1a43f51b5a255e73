import { applySubmission, cases, receiptView } from '@dvk/sdk/cases';
import { dateInVietnam } from '@dvk/sdk/text';
import { setAttachments } from '../attachments/store.ts';
import { newId, nextCode } from '../database/index.ts';
import { actorOf } from '../events/index.ts';
import { implement } from '../http/route.ts';
import { namedSession } from '../policy/index.ts';
import { refuseOtherProvince } from '../policy/province.ts';
import { change } from '../records/change.ts';
import { find } from '../records/find.ts';
import { historyOfRecord } from '../records/history.ts';
import { subjectOf } from '../records/records.ts';
import { insert } from '../records/write.ts';
import { settingsOf } from '../settings/in-force.ts';
import { addStep, reasonsOf } from './history.ts';
import { caseListRoutes } from './list.ts';
import { noteRoutes } from './notes.ts';
import { linkCase, ownCaseRoutes } from './owner.ts';
import { replyLetter } from './papers.ts';
import { presentCase } from './present.ts';
import { hashCaseSecret, newCaseSecret } from './secrets.ts';
import { caseSearchText } from './search-text.ts';
import { sealSender } from './sender.ts';
import { outcomeOfStep } from './step-outcome.ts';
import { suggestionFor } from './suggestion.ts';
import { caseRecords, cases as table } from './table.ts';
import { trackingRoutes } from './tracking.ts';

export const caseRoutes = [
  ...trackingRoutes,
  ...ownCaseRoutes,
  ...caseListRoutes,
  ...noteRoutes,

  implement(cases.create, async ({ body }, context) => {
    const { db, session, now, services } = context;
    const { tenant } = session;
    refuseOtherProvince(body, services.presets);
    const { keyring } = services;
    const { deadlines, values: settings } = await settingsOf(context);
    const prefix = settings['code-prefixes'][body.kind];
    const day = dateInVietnam(now);
    const code = await nextCode(db, { tenant, scope: `case ${prefix} ${day}`, prefix, day, table });
    const { changes, sender, event, entry } = applySubmission(body, { code, now, deadlines });
    const id = newId();
    const secret = newCaseSecret();
    const values = {
      ...changes,
      id,
      code,
      secretHash: hashCaseSecret(keyring, tenant, code, secret),
      searchText: caseSearchText({ code, ...changes }),
    };
    const ids = body.attachments ?? [];
    const row = await insert(caseRecords, context, values, async () => ({
      event,
      actor: actorOf(namedSession(session)),
      parts: {
        ...(body.linked && session.subject !== null && (await linkCase(context, id))),
        ...(sender && (await sealSender(db, keyring, { tenant, id }, sender))),
        ...(await addStep(db, { tenant, id }, entry)),
        ...(ids.length > 0 && (await setAttachments(context, subjectOf(caseRecords, id), ids))),
      },
    }));
    return receiptView(row, { secret, officeName: settings.office.name });
  }),

  implement(cases.get, async ({ params }, context) =>
    presentCase(await find(caseRecords, context, params.id), context),
  ),

  implement(cases.suggestUnit, async ({ params }, context) => ({
    suggestion: await suggestionFor(await find(caseRecords, context, params.id), context),
  })),

  implement(cases.replyLetter, async ({ params }, context) =>
    replyLetter(await presentCase(await find(caseRecords, context, params.id), context), context),
  ),

  implement(cases.history, ({ params, query }, context) =>
    historyOfRecord(caseRecords, context, params.id, query, {
      hidden: () => ['case.noted', 'case.linked', 'case.sender-read'],
      reasons: reasonsOf,
    }),
  ),

  implement(cases.transition, async ({ params, body }, context) => {
    const row = await change(caseRecords, context, params.id, (before, roles) =>
      outcomeOfStep(before, body, roles, context),
    );
    return presentCase(row, context);
  }),
];

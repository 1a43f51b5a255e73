import {
  applyCorrection,
  applyModelStep,
  applyRegistration,
  modelPolicy,
  modelStatuses,
  registrantKinds,
} from '@dvk/sdk/models';
import { isRefused } from '@dvk/sdk/lifecycle';
import { problem } from '@dvk/sdk/testing';
import { units } from './library.ts';
import { countBy, isChosen } from './listing.ts';
import { refusal, type Handlers, type ProvinceRecords } from './records.ts';

const unitOf = (id: string | undefined) => units.find((unit) => unit.id === id);

/** Handlers for models: registering, correcting, steps. */
export function modelHandlers(province: ProvinceRecords): Handlers {
  const collection = { records: province.models, policy: modelPolicy };
  const modelsFor = (unitId: string | undefined, request: Request) =>
    [...province.models.values()].filter(
      (model) =>
        modelPolicy.maySee(model, province.sessionOf(request)) && (unitId === undefined || model.unitId === unitId),
    );
  return {
    models: {
      list: ({ query, request }) => ({
        items: modelsFor(query.unitId, request).filter(({ status }) => isChosen(status, query.status)),
        nextCursor: null,
      }),
      counts: ({ query, request }) =>
        countBy(
          modelsFor(query.unitId, request),
          {
            status: { values: modelStatuses, of: ({ status }) => status, chosen: query.status },
            registrantKind: {
              values: registrantKinds,
              of: (each) => each.registrantKind,
              chosen: query.registrantKind,
            },
          },
          province.now(),
        ),
      create: ({ body, request }) => {
        const code = province.newCode('MH');
        const unit = unitOf(body.unitId);
        const outcome = applyRegistration(body, { unit, code });
        if (isRefused(outcome)) return refusal(outcome);
        const now = province.now();
        const model = {
          ...outcome.changes,
          id: crypto.randomUUID(),
          code,
          statusReason: null,
          statusSince: null,
          remarks: null,
          correctBy: null,
          ownerUnitId: province.sessionOf(request).unitId ?? unit?.id ?? null,
          attachments: province.filesOf(body.attachments),
          createdAt: now,
          updatedAt: now,
          etag: '"v1"',
        };
        province.models.set(model.id, model);
        if (body.draftId) province.drafts.delete(body.draftId);
        return model;
      },
      get: (call) => province.find(collection, call) ?? problem('not-found'),
      update: (call) =>
        province.changeFor(collection, call, (before) => {
          const outcome = applyCorrection(before, call.body, { unit: unitOf(call.body.unitId) });
          if (isRefused(outcome)) return outcome;
          const attachments = province.filesOf(call.body.attachments);
          return { ...outcome, changes: { ...outcome.changes, attachments } };
        }),
      transition: (call) =>
        province.changeFor(collection, call, (before, roles) =>
          applyModelStep(before, call.body, { roles, concluded: true, now: province.now() }),
        ),
    },
  };
}

import { checkRegistration, editableModelStatuses, modelSteps } from '@dvk/sdk/models';
import { problem, sampleModels } from '@dvk/sdk/testing';
import type { Answers, Province } from './province.ts';

/** Registering, correcting and moving models. */
export function modelAnswers(province: Province): Answers {
  const { models } = province;
  return {
    models: {
      create: ({ body }) => {
        const errors = checkRegistration(body);
        if (errors.length > 0) return problem('validation-failed', { errors });
        const now = province.now();
        const model = sampleModels.registered(body, {
          id: crypto.randomUUID(),
          code: province.newCode('MH'),
          attachments: province.filesOf(body.attachments),
          createdAt: now,
          updatedAt: now,
        });
        models.set(model.id, model);
        return model;
      },
      get: ({ params }) => models.get(params.id) ?? problem('not-found'),
      update: (call) =>
        province.changeFor(models, call, ({ id, code, status, statusReason }) => {
          const errors = checkRegistration(call.body);
          if (!editableModelStatuses.includes(status)) return { refusal: problem('transition-not-allowed') };
          if (errors.length > 0) return { refusal: problem('validation-failed', { errors }) };
          const attachments = province.filesOf(call.body.attachments);
          return { changes: sampleModels.registered(call.body, { id, code, status, statusReason, attachments }) };
        }),
      transition: (call) =>
        province.changeFor(models, call, ({ status }) => {
          const { roles } = province.sessionOf(call.request);
          const step = modelSteps(status, roles).find(({ action }) => action === call.body.action);
          if (!step) return { refusal: problem('transition-not-allowed') };
          return { changes: { status: step.to, statusReason: call.body.reason ?? null } };
        }),
    },
  };
}

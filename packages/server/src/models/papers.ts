import { modelRegistration, modelSheet } from '@dvk/documents/templates';
import type { Model } from '@dvk/sdk/models';
import { dateInVietnam } from '@dvk/sdk/text';
import type { Context } from '../http/route.ts';
import { officeNamed } from '../papers/office.ts';
import { paperFile, placeText } from '../papers/paper.ts';

const kinds = {
  registration: { template: modelRegistration, name: 'phieu-dang-ky' },
  sheet: { template: modelSheet, name: 'phieu-mo-hinh' },
} as const;

/** A paper of a model. The form is that of the unit that registers it, the sheet that of the office. */
export async function modelPaper(model: Model, kind: keyof typeof kinds, context: Context): Promise<File> {
  const { template, name } = kinds[kind];
  const place = await placeText(model, dateInVietnam(context.now));
  return paperFile(
    template,
    ({ office }) => ({
      model,
      place,
      office: kind === 'registration' ? { ...officeNamed(model.unitName), above: office.name } : office,
    }),
    `${name}-${model.code}`,
    context,
  );
}

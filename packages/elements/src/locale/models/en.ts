import { intakeKindNamesEn, modelFieldNamesEn, registrantKindNamesEn } from '@dvk/sdk/models';
import type { models as vi } from './vi.ts';

export const models: typeof vi = {
  registrantKinds: registrantKindNamesEn,
  intakeKinds: intakeKindNamesEn,
  fields: modelFieldNamesEn,
};

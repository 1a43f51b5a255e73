import { intakeKindNames, modelFieldNames, registrantKindNames } from '@dvk/sdk/models';
/** What the kinds and fields of a model are called. */
export const models = {
  registrantKinds: registrantKindNames,
  intakeKinds: intakeKindNames,
  fields: modelFieldNames,
};

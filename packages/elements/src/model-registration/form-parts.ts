// What only somebody sees who may register a model: loaded as soon as this is known.
import { DvkChoiceField } from '../choice-field/dvk-choice-field.ts';
import { DvkDateField } from '../date-field/dvk-date-field.ts';
import { DvkFileField } from '../file-field/dvk-file-field.ts';
import type { TaggedElement } from '../internal/define.ts';
import { DvkPlaceField } from '../place-field/dvk-place-field.ts';
import { DvkTextField } from '../text-field/dvk-text-field.ts';
import { DvkUnitField } from '../unit-field/dvk-unit-field.ts';

/** The elements that the form is drawn with. */
export const formFields: readonly TaggedElement[] = [
  DvkTextField,
  DvkChoiceField,
  DvkDateField,
  DvkUnitField,
  DvkPlaceField,
  DvkFileField,
];

export { uploadWith } from '../form/uploader.ts';
export { models } from '../locale/models/vi.ts';
export { registrationForm } from '../locale/registration-form/vi.ts';
export { placeName } from '../place-field/place-name.ts';
export { foldedErrors } from './folded-errors.ts';
export { formTemplate } from './form-template.ts';
export { fillForm, readRegistration } from './form.ts';
export { receiptTemplate, shownValue } from './receipt.ts';
export { ServerDraft } from './server-draft.ts';
export { modelRegistrationStyles } from './styles.ts';

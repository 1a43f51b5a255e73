// What only somebody sees who may register a model: loaded as soon as this is known.
export { registrationForm } from '../locale/registration-form/vi.ts';
export { contentsTemplate, partsOf, conflictsTemplate } from './contents.ts';
export { fieldTemplate } from './fields.ts';
export { fillForm, readRegistration } from './form.ts';
export { codeTemplate, receiptTemplate, shownValue } from './receipt.ts';
export { modelRegistrationStyles } from './styles.ts';

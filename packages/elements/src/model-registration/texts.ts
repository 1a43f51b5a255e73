import type { registrationForm } from '../locale/registration-form/vi.ts';
import type { modelRegistration } from './vi.ts';

/** Texts of the form, with those that need none. */
export type FormTexts = typeof modelRegistration & typeof registrationForm;

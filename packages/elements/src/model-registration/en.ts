import type { modelRegistration as vi } from './vi.ts';

/** Texts of the registration as long as there is no form, and of what was done. */
export const modelRegistration: typeof vi = {
  title: 'Register a “Dân vận khéo” model or exemplar',
  correct: 'Correct the registration',
  signInFirst: 'Sign in to register a model.',
  notAllowed: 'This account may not register models. Officers and leaders of units and the secretariat may.',
  changed: 'Somebody else has just changed this registration. What you typed is still below.',
  takeNew: 'Load the new version, keep the changed fields',
  newVersionTaken: 'The new version has been loaded; the fields you changed are kept.',
  done: { registered: 'Registration received', corrected: 'Changes saved', resubmitted: 'Registration sent again' },
};

import type { refusal as vi } from './vi.ts';

/** What is said to somebody who may not use a widget. */
export const refusal: typeof vi = {
  signedInAs: (name) =>
    `You are signed in as ${name}. If you need this part, sign in with another account or ask the administrator.`,
};

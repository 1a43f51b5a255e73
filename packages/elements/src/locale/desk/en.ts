import type { desk as vi } from './vi.ts';

export const desk: typeof vi = {
  search: 'Words',
  status: 'State',
  anyStatus: 'Any state',
  find: 'Find',
  back: 'Back to the list',
  refresh: 'Reload',
  handling: 'Handling',
  noSteps: 'In this state there is nothing for your account to do.',
  done: (step, name) => `Recorded: ${step} – ${name}.`,
};

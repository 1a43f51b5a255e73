import type { desk as vi } from './vi.ts';

export const desk: typeof vi = {
  search: 'Words',
  status: 'State',
  back: 'Back to the list',
  asOf: (when) => `as of ${when}`,
  position: (at, total) => `${at} of ${total}`,
  previous: 'Previous record',
  next: 'Next record',
  notNow: 'Its present state does not allow this step.',
  noRecord:
    'This record was not found. The link may be wrong or old, or this account may not see the record. Please look for it in the list.',
  close: 'Close the record',
  copyCode: (code) => `Copy code ${code}`,
  copyLink: 'Copy link',
  copied: 'Copied.',
  notCopied: 'The browser does not allow copying.',
  refresh: 'Load the new version',
  handling: 'Handling',
  noSteps: 'In this state there is nothing for you to do.',
  recordSigners: ['Drawn up by', 'Head of the unit'],
  done: (step, name) => `Recorded: ${step} – ${name}.`,
};

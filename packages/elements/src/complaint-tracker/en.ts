import type { complaintTracker as vi } from './vi.ts';

export const complaintTracker: typeof vi = {
  title: 'Follow a report or proposal',
  intro: 'No sign-in needed.',
  own: 'My reports and proposals',
  sentOn: (code, moment) => `${code} · sent ${moment}`,
  moreOwn: 'Show more',
  ownFailed: 'This list could not be loaded.',
  remembered: 'Remembered on this device',
  forgetAll: 'Forget all on this device',
  forgotten: 'All forgotten on this device.',
  codes: 'Enter both codes of your receipt',
  scan: 'Scan the QR code of your receipt',
  code: 'Code',
  codeHint: 'For example PA-261123-0042-K. Capital or small letters.',
  secret: 'Secret',
  secretHint: 'Only the sender has it.',
  secretLength: (given) => `The secret has 16 letters and digits. You entered ${given} so far.`,
  secretTooLong: (given) => `The secret has 16 letters and digits. You entered ${given}.`,
  submit: 'Show',
  busy: 'Looking it up…',
  lost: 'What if the secret is lost?',
  lostText:
    'Nobody can show a secret again, not even the receiving office. Look at the printed receipt, a saved picture, or a device that remembers it. If it is gone, send your report again and name the old code.',
  notFound: 'No report or proposal has this code and secret. Check both on your receipt.',
};

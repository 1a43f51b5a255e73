import type { common as vi } from './vi.ts';

export const common: typeof vi = {
  loading: 'Loading…',
  retry: 'Try again',
  renew: 'Go on with the account signed in now',
  signIn: 'Sign in',
  empty: 'Nothing here yet',
  more: 'Load more',
  confirm: (step) => `Confirm: ${step}`,
  cancel: 'Cancel',
  notConnected: 'This is not available at the moment.',
  offline: 'You are offline. What you typed is kept.',
  network: 'The system cannot be reached. Check the connection and try again.',
  timeout: 'The system took too long to answer. Please try again.',
  foreign:
    'Another page answered in place of the system, such as the sign-in page of a Wi-Fi. Check the connection and try again. What you typed is kept.',
  tooLarge: 'What you send is larger than the system takes.',
  partFailed:
    'A part of this page did not load. Check your network and try again; if that does not help, reload the page. What you typed is kept.',
  unauthenticated: 'You are not signed in, or the session has ended. What you typed is kept.',
  forbidden: 'This account may not see or do this.',
  notFound: 'Not found.',
  changed: 'Somebody else changed this meanwhile. Load the new version before you send again.',
  tooMany: (seconds) =>
    seconds
      ? `Too many requests. Please try again in ${seconds < 100 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`}.`
      : 'Too many requests. Please wait and try again.',
  failed: 'Something failed on our side. Please try again in a few minutes.',
  requestId: (id) => `Request id for support: ${id}`,
  errorCount: (n) => (n === 1 ? 'One item to check again' : `${n} items to check again`),
  draftRestored: (when) => `Your draft of ${when} was restored.`,
  discardDraft: 'Delete the draft',
};

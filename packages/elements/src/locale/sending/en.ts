import type { sending as vi } from './vi.ts';

export const sending: typeof vi = {
  draftSaved: 'The draft is kept on this machine.',
  draftSavedAt: (time) => `Draft saved on this machine at ${time}.`,
  draftNotSaved: 'This browser cannot keep a draft: reloading the page loses what you entered.',
  busy: 'Sending…',
  offline: 'There is no network. You can go on writing.',
  waiting: 'There is no network. It will be sent automatically once there is; please keep this page open.',
  stopWaiting: 'Cancel automatic sending',
  safeToRepeat: 'What you entered is kept. Sending again makes no second copy.',
  discarded: 'The draft was deleted.',
  undo: 'Restore',
};

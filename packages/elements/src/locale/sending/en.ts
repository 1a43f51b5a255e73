import type { sending as vi } from './vi.ts';

export const sending: typeof vi = {
  draftSaved: 'What you enter is saved on this machine until it is sent.',
  draftNotSaved: 'This browser cannot keep a draft: reloading the page loses what you entered.',
  busy: 'Sending…',
  offline: 'There is no network. You can go on writing.',
  waiting: 'There is no network. It will be sent by itself once there is; keep this page open.',
  stopWaiting: 'Do not send by itself',
  safeToRepeat: 'What you entered is kept. Sending again makes no second copy.',
  discarded: 'The draft was discarded.',
  undo: 'Bring it back',
};

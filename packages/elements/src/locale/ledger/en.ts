import type { ledger as vietnamese } from './vi.ts';

export const ledger: typeof vietnamese = {
  title: 'State of the ledger',
  states: {
    none: 'Not checked yet',
    running: 'Being checked',
    holds: 'Intact',
    faulty: (count) => `Faults: ${count}`,
  },
  notYet:
    'The ledger was never checked. The server checks it each night; administrators and inspectors can do so at any time.',
  lastCheck: 'Last check',
  byNight: (when) => `${when}, as each night`,
  asked: (when, who) => `${when}, asked for by ${who}`,
  extent: 'Looked at',
  looked: (events, records) => `${events} entries in one chain, ${records} records`,
  anchor: 'Anchor outside the database',
  anchored: (when) => `of ${when}, compared`,
  noAnchor: 'none to compare with yet: download an anchor and keep it elsewhere',
  waiting: 'Waiting until the server begins…',
  waitingLong:
    'The server has not begun yet. Its background jobs may stand still: tell whoever runs it if this goes on for some minutes.',
  running: (events, records) =>
    `Being checked: ${events} entries and ${records} records so far. You can go on working; what is found appears here.`,
  lost: 'There is no connection. The server goes on checking; what it finds appears here when the network is back.',
  already: 'The ledger is being checked already, as somebody asked for before. What is found appears here.',
  allHold: 'Checked: the ledger is intact.',
  someFail: (count) => `Checked. Faults: ${count}.`,
  notLoaded: 'The state of the ledger could not be read.',
  retry: 'Try again',
  faults: 'What does not hold',
  moreFaults: (count) => `and ${count} more; “dvk-server audit verify” on the server lists all of them.`,
  toDo: 'What to do',
  advice: {
    altered:
      'Data was changed behind the system. Leave things as they are, tell your head and whoever runs the server; find out who can get into the database, then restore a backup.',
    broken:
      'The chain of the ledger was tampered with. While its end does not hold, the system takes no change. Tell whoever runs the server at once: find the cause, then restore a backup.',
    unknown:
      'Data came in past the system, for example when old data was moved. If that was right, whoever runs the server takes it as it stands with “dvk-server audit seal”.',
    anchor:
      'The ledger does not fit the anchor that was kept: an older copy of the database stands here, or it was rewritten. Make sure that file and server are the right ones; if so, tell your head and whoever runs the server.',
  },
  showRecord: 'Show what was done with this record',
  earlier: 'Earlier checks',
  outcome: { holds: 'intact', faulty: (count) => `faults: ${count}` },
  takeAnchor: 'Download an anchor',
  compare: 'Compare with an anchor that was kept',
  anchorSaved: (file) =>
    `${file} was downloaded. Keep it where those who run the server cannot change it: on paper, with another authority, in signed mail.`,
  anchorFile: (day) => `ledger-anchor-${day}.json`,
  notAnAnchor: 'This file is no anchor of the ledger. Choose one that was downloaded with “Download an anchor”.',
  otherTenant: 'This anchor is of another system.',
  area: (name, id) => `${name} …${id}`,
};

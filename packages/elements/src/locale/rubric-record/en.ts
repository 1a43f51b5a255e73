import type { rubricRecord as vi } from './vi.ts';

export const rubricRecord: typeof vi = {
  criteria: 'Criteria and points',
  validity: 'In force',
  basis: 'Legal basis',
  source: 'See the source',
  scale: 'Scale',
  scaleOf: (points, count) => `${points} points, ${count} criteria`,
  published: 'Published',
  installed: 'Came with the installation',
  withdrawal: 'Withdrawn',
  compare: (version) => `Compared with the version before (${version})`,
  differences: { added: 'Added', removed: 'Removed', changed: 'Changed', moved: 'Moved' },
  noDifferences: 'Both versions say the same.',
  notCompared: 'The version before could not be loaded.',
  print: 'Print',
  withdraw: 'Withdraw',
  withdrawAsk: (version) => `To withdraw version ${version} cannot be undone.`,
  withdrawNext: (version, number, from) =>
    `${from ? `From ${from}` : 'From then'} version ${version}${number ? ` (${number})` : ''} is in force.`,
  withdrawNone: (from) =>
    `${from ? `From ${from}` : 'From then'} no version of this rubric is in force: units cannot open new scorecards with it.`,
  withdrawNothing: 'This version is not in force now; the one that is stays.',
  withdrawStays: 'Scorecards opened with this version stay, and can be filled in and printed.',
  reason: 'Why it is withdrawn',
  reasonHint: 'For example: the decision was repealed, the wrong file was published. Who reads the history sees it.',
  withdrawn: (version) => `Version ${version} was withdrawn.`,
};

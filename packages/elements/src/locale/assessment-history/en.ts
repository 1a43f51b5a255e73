import type { assessmentHistory as vi } from './vi.ts';

/** Texts of what has happened to an assessment. */
export const assessmentHistory: typeof vi = {
  title: 'History',
  of: (name) => `History of the scorecard: ${name}`,
  steps: {
    submit: 'Own score submitted',
    return: 'Returned to the unit',
    'ask-explanation': 'Explanation asked for',
    explain: 'Explanation sent',
    appraise: 'Appraisal submitted',
    'reopen-appraisal': 'Appraisal reopened',
    conclude: 'Concluded',
    'reopen-conclusion': 'Conclusion reopened',
    lock: 'Locked',
    unlock: 'Unlocked',
  },
  others: {
    'assessment.opened': 'Scorecard opened',
    'assessment.self-scored': 'Own score saved',
    'assessment.appraiser-scored': 'Appraisal saved',
    'assessment.conditions-recorded': 'Hard stops recorded',
  },
  times: (n) => `${n} times`,
  you: 'You',
  system: 'System',
  none: 'Nothing has happened yet.',
  notLoaded: 'The history could not be loaded.',
};

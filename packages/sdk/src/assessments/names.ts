import type { Bilingual } from '../errors/input-error.ts';
import type { AssessmentAction, AssessmentStatus } from './lifecycle.ts';

/** What the states and steps of an assessment are called. */
export const assessmentNames = {
  statuses: {
    open: { vi: 'Đơn vị đang tự chấm', en: 'Unit is scoring itself' },
    submitted: { vi: 'Chờ thẩm định', en: 'Awaiting appraisal' },
    explaining: { vi: 'Chờ đơn vị giải trình', en: 'Awaiting the unit’s explanation' },
    appraised: { vi: 'Đã thẩm định', en: 'Appraised' },
    concluded: { vi: 'Đã kết luận', en: 'Concluded' },
    locked: { vi: 'Đã khóa', en: 'Locked' },
  },
  steps: {
    submit: { vi: 'Nộp bảng tự chấm', en: 'Submit' },
    return: { vi: 'Trả lại đơn vị', en: 'Return to the unit' },
    'ask-explanation': { vi: 'Yêu cầu giải trình', en: 'Ask for an explanation' },
    explain: { vi: 'Gửi giải trình', en: 'Send explanation' },
    appraise: { vi: 'Hoàn thành thẩm định', en: 'Finish appraisal' },
    'reopen-appraisal': { vi: 'Thẩm định lại', en: 'Appraise again' },
    conclude: { vi: 'Kết luận', en: 'Conclude' },
    'reopen-conclusion': { vi: 'Mở lại kết luận', en: 'Reopen conclusion' },
    lock: { vi: 'Khóa', en: 'Lock' },
    unlock: { vi: 'Mở khóa', en: 'Unlock' },
  },
} as const satisfies {
  statuses: Record<AssessmentStatus, Bilingual>;
  steps: Record<AssessmentAction, Bilingual>;
};

import type { BodiesOf } from '../contract/endpoint.ts';
import type { endpoints } from './contract.ts';
import { fillNotice } from './fill.ts';
import { presetNoticeRules } from './preset-rules.ts';
import type { Notice, NoticePreferences } from './schema.ts';
import { usualWishes } from './wishes.ts';

const both = (text: string) => ({ vi: text, en: text });
const assigned = presetNoticeRules().find(({ id }) => id === 'case.assigned.unit')!;

/** A case was passed to somebody's unit. */
export const notice: Notice = {
  id: '01890000-0000-7000-8000-0000000000a1',
  on: 'case.assigned',
  topic: 'cases',
  subject: 'case/01890000-0000-7000-8000-000000000051',
  ...fillNotice(assigned, {
    code: both('PA-261126-0042-K'),
    unit: both('UBND phường Mẫu'),
    due: { vi: 'Hết ngày 11/12/2026 (thứ Sáu)', en: 'End of 11/12/2026 (Friday)' },
  }),
  at: '2026-11-27T02:00:00Z',
  readAt: null,
};

/** Somebody who has changed nothing. */
export const noticePreferences: NoticePreferences = { ...usualWishes, hasMail: true, etag: '"v1"' };

/** A body of every operation that takes one. */
export const bodies: BodiesOf<typeof endpoints> = {
  readAll: { until: '2026-11-27T02:00:00Z' },
  setPreferences: usualWishes,
};

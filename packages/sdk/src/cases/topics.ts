import type { Bilingual } from '../errors/input-error.ts';
import { caseTopicNamesEn } from './names-en.ts';
import { caseTopicNames } from './names.ts';
import type { CaseTopic } from './schema.ts';

/** A topic as a form offers it. */
export interface CaseTopicChoice {
  topic: CaseTopic;
  name: Bilingual;
  /** What its icon means: a name of `@dvk/elements/icons`. */
  icon: string;
  /** What people call it every day. */
  example: Bilingual;
  /** Whether the example is ours, “mẫu minh họa”, and waits for the office's own words. */
  illustrative: boolean;
}

const examples: Readonly<Record<CaseTopic, Bilingual>> = {
  environment: { vi: 'Rác, nước thải', en: 'Rubbish, waste water' },
  infrastructure: { vi: 'Ổ gà, ngập nước', en: 'Potholes, flooding' },
  'public-utilities': { vi: 'Đèn đường hỏng', en: 'Broken street lights' },
  'urban-order': { vi: 'Lấn chiếm, tiếng ồn', en: 'Blocked pavements, noise' },
  'administrative-procedure': { vi: 'Hồ sơ bị chậm', en: 'Delayed papers' },
  telecom: { vi: 'Dây cáp, mất sóng', en: 'Cables, no signal' },
  tourism: { vi: 'Chèo kéo, giá cả', en: 'Touting, prices' },
  other: { vi: 'Chưa có ở trên', en: 'Not among these' },
};

/** The topics in the order in which a form offers them: what is reported most comes first. */
export function caseTopicChoices(): CaseTopicChoice[] {
  return (Object.keys(examples) as CaseTopic[]).map((topic) => ({
    topic,
    name: { vi: caseTopicNames[topic], en: caseTopicNamesEn[topic] },
    icon: topic === 'other' ? 'other-topic' : topic,
    example: examples[topic],
    illustrative: true,
  }));
}

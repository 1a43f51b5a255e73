/** What notices are about, as people choose which of them they wish: a part of the work each. */
export const noticeTopics = ['cases', 'models', 'assessments', 'plans', 'roles', 'system'] as const;
export type NoticeTopic = (typeof noticeTopics)[number];

/**
 * Who is told. `sender`: who sent the case, as they chose; `unit`: those who work for the unit of the record; `secretariat` and
 * `appraiser`: who has that role towards it; `holder`: whose role it is; `administrator` and `inspector`: who looks after the system.
 */
export const noticeAudiences = [
  'sender',
  'unit',
  'secretariat',
  'appraiser',
  'holder',
  'administrator',
  'inspector',
] as const;
export type NoticeAudience = (typeof noticeAudiences)[number];

/** What a text may name. `{name}` is what people wrote, and stands in no title: titles are subject lines of mail. */
export const noticeVariables = [
  'code',
  'due',
  'unit',
  'name',
  'period',
  'role',
  'until',
  'soonCount',
  'overdueCount',
  'faultCount',
] as const;
export type NoticeVariable = (typeof noticeVariables)[number];

/** Variables that titles may not have. */
export const innerVariables: readonly NoticeVariable[] = ['name'];

/** Something that people can be told of. */
export interface NoticeOccasion {
  topic: NoticeTopic;
  audiences: readonly NoticeAudience[];
  variables: readonly NoticeVariable[];
}

const occasion = (
  topic: NoticeTopic,
  audiences: readonly NoticeAudience[],
  variables: readonly NoticeVariable[],
): NoticeOccasion => ({ topic, audiences, variables });

const ofCase = occasion('cases', ['sender', 'unit', 'secretariat'], ['code', 'due', 'unit']);
const ofCaseAtWork = occasion('cases', ['unit', 'secretariat'], ['code', 'due', 'unit']);
const ofModel = occasion('models', ['unit', 'secretariat', 'appraiser'], ['code', 'unit', 'name']);
const ofAssessment = occasion('assessments', ['unit', 'secretariat', 'appraiser'], ['unit', 'name', 'period']);
const ofTask = occasion('plans', ['unit', 'secretariat'], ['name', 'due']);
const ofGrant = occasion('roles', ['holder'], ['role', 'unit', 'until']);

/**
 * Every occasion for a notice: events of the catalogue, and what a day brings. Of denunciations and complaints nobody is told
 * anything in this way, whatever the event.
 */
export const noticeOccasions = {
  'case.received': ofCase,
  'case.accepted': ofCase,
  'case.refused': ofCase,
  'case.extended': ofCase,
  'case.answered': ofCase,
  'case.reopened': ofCase,
  'case.closed': ofCase,
  'case.assigned': ofCaseAtWork,
  'case.recalled': ofCaseAtWork,
  'case.sent-back': ofCaseAtWork,
  'case.handed-over': ofCaseAtWork,
  'case.extension-requested': ofCaseAtWork,
  'case.extension-declined': ofCaseAtWork,
  'model.registered': ofModel,
  'model.resubmitted': ofModel,
  'model.returned': ofModel,
  'model.started': ofModel,
  'model.submitted-for-appraisal': ofModel,
  'model.recognised': ofModel,
  'model.declined': ofModel,
  'model.revoked': ofModel,
  'assessment.opened': ofAssessment,
  'assessment.submitted': ofAssessment,
  'assessment.returned': ofAssessment,
  'assessment.explanation-asked': ofAssessment,
  'assessment.explained': ofAssessment,
  'assessment.appraised': ofAssessment,
  'assessment.concluded': ofAssessment,
  'grant.given': ofGrant,
  'grant.ended': occasion('roles', ['holder'], ['role', 'unit']),
  /** The ledger was checked, and something does not hold; of a check that found nothing nobody is told. */
  'audit.checked': occasion('system', ['administrator', 'inspector'], ['faultCount']),
  /** Once on each working day: how many cases are due soon or overdue, for who has any. */
  'day.cases-due': occasion('cases', ['unit', 'secretariat'], ['soonCount', 'overdueCount']),
  /** A task of a plan, some days before its last: as many as the limits of the province say. */
  'day.task-due-soon': ofTask,
  /** A task of a plan, on the day after its last. */
  'day.task-overdue': ofTask,
  /** A role, as many days before its last. */
  'day.grant-ends-soon': ofGrant,
} as const satisfies Readonly<Record<string, NoticeOccasion>>;

export type NoticeOccasionName = keyof typeof noticeOccasions;
export const noticeOccasionNames = Object.keys(noticeOccasions) as [NoticeOccasionName, ...NoticeOccasionName[]];

/** Whether a kind of event is one that people can be told of. */
export function isNoticeOccasion(kind: string): kind is NoticeOccasionName {
  return Object.hasOwn(noticeOccasions, kind);
}

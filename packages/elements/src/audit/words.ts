import type { AuditEvent } from '@dvk/sdk/audit';
import { eventName } from '@dvk/sdk/audit';
import type { audit } from './vi.ts';

type Texts = typeof audit;

/** The area of a record: `case` of `case/<id>`. */
export const areaOf = (subject: string): string => subject.slice(0, subject.indexOf('/'));

/** What happened, in words. */
export const whatOf = ({ kind }: Pick<AuditEvent, 'kind'>, texts: Texts): string => eventName(kind, texts.events);

export const areaName = (subject: string, texts: Texts): string => texts.areas[areaOf(subject)] ?? areaOf(subject);

/** What a record is called: its code or name, what the event says of it, or else the end of its id. */
export function recordOf({ subject, subjectName, data }: AuditEvent, texts: Texts): string {
  if (subjectName !== null) return subjectName;
  const { name, rubricId, rubricVersion, code } = data as Readonly<Record<string, string | undefined>>;
  const known: Readonly<Record<string, string | undefined>> = {
    setting: texts.settings[name ?? ''],
    job: texts.jobs[name ?? ''] ?? name,
    rubric: rubricId && [rubricId, rubricVersion].filter(Boolean).join(' '),
    unit: name,
    audit: '',
    ledger: '',
  };
  return known[areaOf(subject)] ?? code ?? texts.shortId(subject.slice(-4));
}

/** Who did it: a name, else what the sign-in service calls them. */
export function whoOf({ by }: Pick<AuditEvent, 'by'>, texts: Texts): string {
  if (by.name !== null) return by.name;
  if (by.roles.includes('system')) return texts.system;
  if (by.subject?.startsWith('service:')) return texts.serviceAccount;
  if (by.subject !== null) return by.subject;
  return by.roles.includes('sender') ? texts.sender : by.roles.includes('anonymous') ? texts.anonymous : texts.unknown;
}

/** As what they did it: the roles held then, and the unit. */
export function capacityOf({ by }: Pick<AuditEvent, 'by'>, texts: Texts): string {
  const roles = by.roles.flatMap((role) => (role === 'anonymous' ? [] : (texts.roles[role] ?? [])));
  const isProgram = by.subject?.startsWith('service:') === true && by.name !== null;
  return [isProgram && texts.serviceAccount, ...roles, by.unitName].filter(Boolean).join(' · ');
}

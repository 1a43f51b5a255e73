import type { Bilingual } from '../errors/input-error.ts';
import { builtInActivities, type BuiltInActivity } from './activities.ts';
import { retentionKindNamesEn } from './names-en.ts';
import { retentionKindNames } from './names.ts';
import type { ProcessingRegister, RegisterSettings } from './register.ts';
import type { RetentionKind, RetentionRules } from './retention.ts';

/** What the register is derived from: how the product is set up in a tenant. */
export interface RegisterSources {
  office: { name: string; hotline: string | null };
  own: RegisterSettings;
  retention: RetentionRules;
  /** Systems that are told of events, by name. */
  systems: readonly string[];
  /** Programs that may read or change cases, models or units, by name. */
  programs: readonly string[];
  /** Whether mail goes out. */
  hasMail: boolean;
  now: string;
}

const both = (text: string): Bilingual => ({ vi: text, en: text });

function retentionText(kind: RetentionKind, rules: RetentionRules): Bilingual {
  const rule = rules.find((each) => each.kind === kind);
  const [vi, en] = [retentionKindNames[kind], retentionKindNamesEn[kind]];
  if (!rule) return { vi: `${vi}: chưa quy định thời hạn, đang lưu.`, en: `${en}: no time is set, kept.` };
  const sample = rule.basis.confidence === 'illustrative';
  const base = { vi: `${vi}: ${rule.months} tháng`, en: `${en}: ${rule.months} months` };
  const state = rule.active ? { vi: '', en: '' } : { vi: ', chưa tự xóa', en: ', not erased by itself yet' };
  const mark = sample ? { vi: ' (mẫu minh họa)', en: ' (illustration)' } : { vi: '', en: '' };
  return { vi: `${base.vi}${state.vi}${mark.vi}.`, en: `${base.en}${state.en}${mark.en}.` };
}

/** Who beyond the office gets something of what leaves the product. */
function others(
  { systems, programs, hasMail, own }: RegisterSources,
  { leaves, mailed }: Pick<BuiltInActivity, 'leaves' | 'mailed'>,
): Bilingual[] {
  return [
    ...(leaves
      ? systems.map((name) => ({
          vi: `Hệ thống “${name}”: chỉ được báo có sự kiện, không kèm nội dung.`,
          en: `The system “${name}”: told that something happened, without content.`,
        }))
      : []),
    ...(leaves ? programs.map((name) => ({ vi: `Tài khoản dịch vụ “${name}”.`, en: `The program “${name}”.` })) : []),
    ...(hasMail && mailed
      ? [
          {
            vi: 'Máy chủ thư: địa chỉ email, nội dung thông báo.',
            en: 'The mail server: addresses, and what notices say.',
          },
        ]
      : []),
    ...own.recipients.map(both),
  ];
}

/** The register of processing: what the product does, as it is set up, and what the province adds. */
export function processingRegister(sources: RegisterSources): ProcessingRegister {
  const { office, own, retention, now } = sources;
  const builtIn = builtInActivities.map(({ readers, erasedBy, fixed, leaves, mailed, measures, ...activity }) => ({
    ...activity,
    recipients: [...readers, ...others(sources, { leaves, mailed })],
    retention: [...erasedBy.map((kind) => retentionText(kind, retention)), ...fixed],
    measures: [...measures, ...own.measures.map(both)],
  }));
  const added = own.activities.map((each) => ({
    id: null,
    name: both(each.name),
    purposes: each.purposes.map(both),
    subjects: each.subjects.map(both),
    categories: each.categories.map(both),
    basis: each.basis,
    recipients: each.recipients.map(both),
    retention: each.retention.map(both),
    measures: each.measures.map(both),
  }));
  return {
    controller: { name: office.name, address: own.address, hotline: office.hotline },
    officer: own.officer,
    madeAt: now,
    activities: [...builtIn, ...added],
  };
}

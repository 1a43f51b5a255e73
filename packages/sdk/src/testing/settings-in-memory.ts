import type { api } from '../api/index.ts';
import { dateInVietnam } from '../text/dates.ts';
import { vietnamCalendar } from '../calendar/vietnam.ts';
import { timeLeft } from '../calendar/time-left.ts';
import { dueDateFrom, type DeadlineRules } from '../cases/due-date.ts';
import { legalTerms } from '../calendar/legal-terms.ts';
import { isRefused } from '../lifecycle/outcome.ts';
import {
  applySetting,
  movedDueDates,
  publicSettings,
  settingNames,
  tenantSettings,
  versionInForce,
  type RunningCase,
  type SettingChange,
  type SettingVersion,
} from '../settings/index.ts';
import { settings as publicOnes } from '../settings/sample.ts';
import { problem, type Reply } from './replies.ts';
import type { MockHandlers } from './to-msw.ts';

const presets = {
  office: { name: 'Bộ phận tiếp nhận phường Mẫu', hotline: '1900 0000' },
  calendar: vietnamCalendar,
  terms: legalTerms,
};

export interface SettingsInMemory {
  /** Newest first. */
  versions: SettingVersion[];
  handlers: NonNullable<MockHandlers<typeof api>['settings']>;
}

/**
 * Settings in memory, changed by the rules of the server, for stories and tests.
 *
 * @param versions - those that there are, newest first
 * @param received - when the open cases were received, whose due dates may move; instants
 */
export function settingsInMemory(
  versions: readonly SettingVersion[] = [],
  received: readonly string[] = [],
): SettingsInMemory {
  const state: SettingsInMemory = { versions: [...versions], handlers: {} };
  const today = () => dateInVietnam(Date.now());
  const inForceOn = (day: string) =>
    settingNames.flatMap(
      (name) =>
        versionInForce(
          state.versions.filter((each) => each.name === name),
          day,
        ) ?? [],
    );
  const latestOf = (name: string) => state.versions.find((each) => each.name === name)?.version ?? 0;
  const open = received.map((startedAt, at): RunningCase => ({
    id: `01890000-0000-7000-8000-${String(at + 1).padStart(12, '0')}`,
    code: `PA-261130-${String(at + 1).padStart(4, '0')}`,
    kind: 'report',
    startedAt,
    dueAt: dueDateFrom(tenantSettings(inForceOn(today()), presets).deadlines, 'report', startedAt).dueAt,
  }));
  const made = (body: SettingChange): SettingVersion | Reply => {
    const outcome = applySetting(body, { latest: latestOf(body.name), national: vietnamCalendar });
    if (isRefused(outcome)) return problem(outcome.refused, { errors: outcome.issues ?? [] });
    const id = `01890000-0000-7000-8000-0000000001${String(state.versions.length).padStart(2, '0')}`;
    return { ...outcome.changes, id, changedBy: 'Nguyễn Văn A', changedAt: new Date().toISOString() } as SettingVersion;
  };
  state.handlers = {
    get: () =>
      publicSettings(tenantSettings(inForceOn(today()), presets), { today: today(), province: publicOnes.province }),
    list: ({ query }) => ({
      items: settingNames.map((name) => ({
        name,
        current: inForceOn(query.on ?? today()).find((each) => each.name === name) ?? null,
        latest: latestOf(name),
      })),
    }),
    versions: ({ query }) => {
      const from = Number(query.cursor ?? 0);
      const found = state.versions.filter(({ name }) => !query.name || name === query.name);
      const end = from + (query.limit ?? 50);
      return { items: found.slice(from, end), nextCursor: end < found.length ? String(end) : null };
    },
    effect: ({ body }) => {
      const version = made(body);
      if (!('version' in version)) return version;
      const others = inForceOn(today()).filter(({ name }) => name !== body.name);
      const { deadlines } = tenantSettings([...others, version], presets);
      const now = new Date().toISOString();
      const dueSoon = (rules: DeadlineRules) =>
        open.filter(({ dueAt }) => timeLeft(rules.calendar, dueAt, now, rules.soonDays).class === 'soon').length;
      return {
        movedDueDates: movedDueDates(open, deadlines),
        openCases: open.length,
        dueSoon: { before: dueSoon(tenantSettings(inForceOn(today()), presets).deadlines), after: dueSoon(deadlines) },
      };
    },
    change: ({ body }) => {
      const version = made(body);
      if ('version' in version) state.versions.unshift(version);
      return version;
    },
  };
  return state;
}

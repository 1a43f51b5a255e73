import { css, html, nothing, type TemplateResult } from 'lit';
import {
  keyHolds,
  type Scope,
  scopeAreaNames,
  scopeAreaNamesEn,
  type ServiceAccount,
  type ServiceKey,
} from '@dvk/sdk/accounts';
import { isIdle, type ListedPerson, type PersonStanding } from '@dvk/sdk/people';
import type { Thresholds } from '@dvk/sdk/settings';
import { dateInVietnam, formatDate, formatMoment } from '@dvk/sdk/text';
import type { UnitChoice } from '../desk/unit-choices.ts';
import { delegatedIcon } from '../icons/delegated.ts';
import { personIcon } from '../icons/person.ts';
import { serviceAccountIcon } from '../icons/service-account.ts';
import type { Column, ListDefinition, Tab } from '../list/definition.ts';
import type { Lang } from '../locale/controller.ts';
import { chip, chipStyles } from '../parts/chip.ts';
import { isEnding, mainRole, placeOf, termOf } from './role-words.ts';
import type { people } from './vi.ts';

/** A line of the list: a person, or a program that uses the API. */
export type PeopleRow = ({ kind: 'person' } & ListedPerson) | ({ kind: 'account' } & ServiceAccount);

/** What the tab of the service accounts asks for: they are a list of their own. */
export const accountsTab = 'service-accounts';

/** Within how many days a role ends soon, and after how many somebody is called idle. */
export interface Limits {
  soonDays: number;
  idleDays: number;
}

export const limitsOf = ({ roleEndsSoonDays, idleDays }: Thresholds): Limits => ({
  soonDays: roleEndsSoonDays.amount,
  idleDays: idleDays.amount,
});

export interface PeopleListView extends Partial<Limits> {
  texts: typeof people;
  lang: Lang;
  /** The moment that it is, RFC 3339. */
  now: string;
  units: readonly UnitChoice[];
  /** Whether the accounts are shown. */
  isOfAccounts: boolean;
  /** Whether the person may see the accounts. */
  hasAccounts: boolean;
}

/** Before the tab of the programs stands what needs attention, after it the rest. */
const tabs: Readonly<Record<'first' | 'last', readonly PersonStanding[]>> = {
  first: ['present', 'delegated', 'ends-soon', 'idle'],
  last: ['without-role', 'in-force', 'left'],
};

/** The key that programs go on with: the one that holds longest. */
export function lastKey({ keys, endedAt }: ServiceAccount, day: string): ServiceKey | undefined {
  const held = keys.filter((key) => endedAt === null && keyHolds(key, day));
  return [...held].sort((a, b) => b.expiresOn.localeCompare(a.expiresOn))[0];
}

/** When one of the keys was last used. */
export const lastUsed = ({ keys }: ServiceAccount): string | null =>
  keys
    .map(({ lastUsedAt }) => lastUsedAt ?? '')
    .sort()
    .at(-1) || null;

/** What a program may do: “Đọc Mô hình; Ghi Kế hoạch”. */
export function scopesOf(scopes: readonly Scope[], texts: typeof people, lang: Lang): string {
  const names = lang === 'en' ? scopeAreaNamesEn : scopeAreaNames;
  const of = (right: 'read' | 'write') =>
    scopes.flatMap((scope) => {
      const [area, each] = scope.split(':') as [keyof typeof names, string];
      return each === right ? [names[area].toLocaleLowerCase('vi')] : [];
    });
  const [reads, writes] = [of('read'), of('write')];
  return [reads.length > 0 && texts.reads(reads.join(', ')), writes.length > 0 && texts.writes(writes.join(', '))]
    .filter(Boolean)
    .join('; ');
}

/** When somebody was last here: today by its hour. */
export function whenOf(
  at: string | null,
  { texts, lang, now }: Pick<PeopleListView, 'texts' | 'lang' | 'now'>,
): string {
  if (at === null) return texts.neverSignedIn;
  const day = dateInVietnam(at);
  if (day === dateInVietnam(now)) return texts.today(formatMoment(at, lang).slice(0, 5));
  return formatDate(day);
}

/** The list of people, by their names; behind its last tab the programs. */
export function peopleList(view: PeopleListView): ListDefinition<PeopleRow> {
  const { texts, isOfAccounts, hasAccounts, units } = view;
  const staffRoles = ['unit-officer', 'unit-leader', 'appraiser', 'secretariat', 'inspector', 'administrator'] as const;
  const tabOf = (each: PersonStanding): Tab => ({ key: each, label: texts.standings[each], values: [each] });
  return {
    label: isOfAccounts ? texts.accountsList : texts.list,
    noun: isOfAccounts ? texts.nounOfAccounts : texts.noun,
    nameOf: ({ name }) => name,
    search: isOfAccounts ? texts.searchAccounts : texts.search,
    tabsBy: 'standing',
    tabs: [
      ...tabs.first.map(tabOf),
      ...(hasAccounts ? [{ key: accountsTab, label: texts.accounts, values: [accountsTab] }] : []),
      ...tabs.last.map(tabOf),
    ],
    filters: isOfAccounts
      ? []
      : [
          {
            name: 'role',
            label: texts.role,
            options: staffRoles.map((role) => ({ value: role, label: texts.roles[role] })),
          },
          ...(units.length > 0
            ? [
                {
                  name: 'inUnit',
                  label: texts.unit,
                  options: units.map(({ id, name }) => ({ value: id, label: name })),
                },
              ]
            : []),
        ],
    cellsDependOn: [isOfAccounts, dateInVietnam(view.now)],
    columns: columnsOf(view),
  };
}

function columnsOf(view: PeopleListView): Column<PeopleRow>[] {
  const { texts, lang, now, isOfAccounts } = view;
  const day = dateInVietnam(now);
  return [
    {
      key: 'name',
      label: isOfAccounts ? texts.accountName : texts.name,
      opens: {
        icon: ({ kind }) => (kind === 'person' ? personIcon : serviceAccountIcon),
        meta: (row) =>
          row.kind === 'person' ? [row.title, row.unitName].filter(Boolean).join(' · ') : texts.roles[row.role],
      },
      render: ({ name }) => name,
      value: ({ name }) => name,
    },
    {
      key: 'role',
      label: texts.role,
      width: 14,
      render: (row) => (row.kind === 'person' ? roleCell(row, view) : scopesOf(row.scopes, texts, lang)),
      value: (row) =>
        row.kind === 'person'
          ? row.roles.map(({ role }) => texts.roles[role]).join('; ')
          : scopesOf(row.scopes, texts, lang),
    },
    {
      key: 'scope',
      label: texts.scope,
      width: 17,
      render: (row) => (row.kind === 'person' ? scopeCell(row, view) : accountCell(row, view)),
      value: (row) =>
        row.kind === 'person'
          ? row.roles.map((grant) => `${placeOf(grant, texts)}: ${termOf(grant, texts, day)}`).join('; ')
          : placeOf(row, texts),
    },
    {
      key: 'signed-in',
      label: isOfAccounts ? texts.used : texts.signedIn,
      width: 9,
      render: (row) => (row.kind === 'person' ? signedInCell(row, view) : whenOf(lastUsed(row), view)),
      value: (row) => {
        const at = row.kind === 'person' ? row.lastSignInAt : lastUsed(row);
        return at && dateInVietnam(at);
      },
    },
    {
      key: 'invitation',
      label: isOfAccounts ? texts.keys : texts.invitation,
      width: 14,
      optional: 'hidden',
      render: (row) => (row.kind === 'person' ? row.invitation : row.keys.length),
      value: (row) => (row.kind === 'person' ? row.invitation : row.keys.length),
    },
  ];
}

const twoLines = (first: unknown, second: unknown, look = ''): TemplateResult =>
  html`<span class="two-lines"
    ><span>${first}</span>${second ? html`<span class="small ${look}">${second}</span>` : nothing}</span
  >`;

function roleCell({ roles }: ListedPerson, { texts }: PeopleListView): TemplateResult {
  const main = mainRole(roles);
  if (!main) return html`<span class="small">${texts.noRole}</span>`;
  const more = roles.length > 1 ? texts.moreRoles(roles.length - 1) : '';
  if (!main.delegatedBy) return twoLines(texts.roles[main.role], more);
  const from = texts.delegatedFrom(main.delegatedByName ?? '…', main.reason);
  return twoLines(
    html`${texts.roles[main.role]} ${chip({ icon: delegatedIcon, tone: 'info' }, texts.delegated)}`,
    [from, more].filter(Boolean).join(', '),
  );
}

function scopeCell({ roles, leftOn }: ListedPerson, { texts, now, soonDays }: PeopleListView): TemplateResult {
  const main = mainRole(roles);
  if (leftOn) return html`<span class="small">${texts.left(formatDate(leftOn))}</span>`;
  if (!main) return html`<span class="small">–</span>`;
  const day = dateInVietnam(now);
  return twoLines(placeOf(main, texts), termOf(main, texts, day), isEnding(main, day, soonDays) ? 'ending' : '');
}

function accountCell(account: ServiceAccount, { texts, now }: PeopleListView): TemplateResult {
  const key = lastKey(account, dateInVietnam(now));
  const term = account.endedAt
    ? texts.ended(formatDate(dateInVietnam(account.endedAt)))
    : key
      ? texts.expires(formatDate(key.expiresOn))
      : texts.noKey;
  return twoLines(placeOf(account, texts), term, key || account.endedAt ? '' : 'ending');
}

function signedInCell(person: ListedPerson, view: PeopleListView): TemplateResult {
  const { texts, now, idleDays } = view;
  const { lastSignInAt } = person;
  const days = Math.floor((Date.parse(now) - Date.parse(lastSignInAt ?? now)) / 86_400_000);
  return twoLines(whenOf(lastSignInAt, view), isIdle(person, now, idleDays) && lastSignInAt ? texts.daysAgo(days) : '');
}

/** Look of the cells of the list. */
export const peopleListStyles = [
  chipStyles,
  css`
    .two-lines {
      display: grid;
      justify-items: start;
    }
    .two-lines .ending {
      color: var(--_warning-text, var(--_warning));
      font-weight: 600;
    }
    .source {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0.25em 1em;
    }
  `,
];

import { assert } from '@open-wc/testing';
import { assessmentStatuses, assessmentStatusNames } from '@dvk/sdk/assessments';
import { caseStatuses, caseStatusNames } from '@dvk/sdk/cases';
import { modelStatuses, modelStatusNames } from '@dvk/sdk/models';
import { rubricStateNames, rubricStates } from '@dvk/sdk/rubrics';
import { due } from '../locale/due/vi.ts';
import { chipStyles } from '../parts/chip.ts';
import { expectNoPolicyViolations } from '../testkit/page.ts';
import { showPart } from '../testkit/part.ts';
import { assessmentStatusLooks } from './assessments.ts';
import { caseStatusLooks, publicCaseStatusLooks } from './cases.ts';
import { dueChip, dueChipInFull, dueLooks, type DueStanding, type DueState } from './due.ts';
import type { StatusLook } from '../parts/chip.ts';
import { modelStatusLooks } from './models.ts';
import { rubricStateLooks } from './rubrics.ts';

/** The path of an icon, and its tone. */
const drawn = ({ icon, tone }: StatusLook): string => `${String(icon.values[0])} ${tone}`;

/** Each lifecycle: its states, their names, and how they look. */
const lifecycles: Record<
  string,
  [states: readonly string[], names: Record<string, string>, looks: Record<string, StatusLook>]
> = {
  'cases for staff': [caseStatuses, caseStatusNames, caseStatusLooks],
  'cases for their senders': [caseStatuses, caseStatusNames, publicCaseStatusLooks],
  models: [modelStatuses, modelStatusNames, modelStatusLooks],
  assessments: [assessmentStatuses, assessmentStatusNames, assessmentStatusLooks],
  rubrics: [rubricStates, rubricStateNames, rubricStateLooks],
};

describe('status', () => {
  expectNoPolicyViolations();

  for (const [name, [states, names, looks]] of Object.entries(lifecycles))
    it(`gives every state of ${name} a look of its own`, () => {
      assert.sameMembers(Object.keys(looks), [...states]);
      assert.sameMembers(Object.keys(names), [...states]);
      assert.equal(new Set(Object.values(looks).map(drawn)).size, states.length);
    });

  it('gives the same icon and tone to states with the same name alone', () => {
    const meanings = new Map<string, Set<string>>();
    for (const [, names, looks] of Object.values(lifecycles))
      for (const [state, look] of Object.entries(looks)) {
        const key = drawn(look);
        meanings.set(key, (meanings.get(key) ?? new Set()).add(names[state]!));
      }
    for (const [name, look] of Object.entries(dueLooks))
      meanings.set(drawn(look), (meanings.get(drawn(look)) ?? new Set()).add(due.standings[name as DueStanding]));
    const shared = [...meanings.values()].map((words) => [...words]).filter(({ length }) => length > 1);
    assert.deepEqual(shared, []);
  });

  it('says in a word how urgent something is, and leaves a date far away plain', () => {
    const cases: [DueState, text: string, tone: string | undefined][] = [
      [{ class: 'overdue', workingDays: -2 }, 'Quá 2 ngày', 'danger'],
      [{ class: 'overdue', workingDays: 0 }, 'Quá hạn', 'danger'],
      [{ class: 'soon', workingDays: 0 }, 'Hôm nay', 'warning'],
      [{ class: 'soon', workingDays: 1 }, 'Còn 1 ngày', 'warning'],
      [{ class: 'soon' }, 'Gần hạn', 'warning'],
      [{ class: 'in-time', workingDays: 9 }, '04/12 (thứ Sáu)', undefined],
      [{ class: 'paused' }, 'Tạm dừng tính hạn', 'neutral'],
      [{ class: 'on-time' }, 'Đúng hạn', 'success'],
      [{ class: 'late-extended' }, 'Trễ, có gia hạn', 'warning'],
    ];
    for (const [state, text, tone] of cases) {
      const { root, find } = showPart(dueChip(state, '04/12 (thứ Sáu)', due), chipStyles);
      assert.equal(root.textContent!.trim(), text);
      const chip = find('.chip');
      assert.equal(chip?.className, tone && `chip ${tone}`);
      if (chip) assert.equal(chip.querySelector('svg')!.getAttribute('aria-hidden'), 'true');
    }
    const inFull = [-2, 0, 1].map((workingDays) => {
      const state: DueState = { class: workingDays < 0 ? 'overdue' : 'soon', workingDays };
      return showPart(dueChipInFull(state, '', due), chipStyles).root.textContent!.trim();
    });
    assert.deepEqual(inFull, ['Quá 2 ngày làm việc', 'Hôm nay', 'Còn 1 ngày làm việc']);
  });
});

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { css, html, type TemplateResult } from 'lit';
import { due } from '@dvk/elements/locale/due/vi';
import { chip, chipStyles, type StatusLook } from '@dvk/elements/parts/chip';
import { assessmentStatusLooks } from '@dvk/elements/status/assessments';
import { caseStatusLooks, publicCaseStatusLooks } from '@dvk/elements/status/cases';
import { dueChip, type DueState } from '@dvk/elements/status/due';
import { modelStatusLooks } from '@dvk/elements/status/models';
import { rubricStateLooks } from '@dvk/elements/status/rubrics';
import { assessmentStatusNames } from '@dvk/sdk/assessments';
import { caseStatusNames } from '@dvk/sdk/cases';
import { modelStatusNames } from '@dvk/sdk/models';
import { rubricStateNames } from '@dvk/sdk/rubrics';
import { partStory } from '../support/story-part.ts';

const look = css`
  .chips {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 0.75em;
    padding-block: 0.5em 1.25em;
  }
`;

const chips = <State extends string>(
  looks: Readonly<Record<State, StatusLook>>,
  names: Readonly<Record<State, string>>,
) => (Object.keys(looks) as State[]).map((state) => chip(looks[state], names[state]));

const row = (title: string, content: readonly (TemplateResult | string)[]) =>
  html`<h3>${title}</h3>
    <div class="chips">${content}</div>`;

const meta: Meta = { title: 'Nền tảng/Trạng thái', parameters: { modules: ['chip'] } };
export default meta;

export const Lifecycles: StoryObj = {
  name: 'Mọi trạng thái',
  render: () =>
    partStory(
      html`${row('Phản ánh, kiến nghị: cán bộ', chips(caseStatusLooks, caseStatusNames))}
      ${row('Phản ánh, kiến nghị: người gửi', chips(publicCaseStatusLooks, caseStatusNames))}
      ${row('Mô hình, điển hình', chips(modelStatusLooks, modelStatusNames))}
      ${row('Bảng chấm điểm', chips(assessmentStatusLooks, assessmentStatusNames))}
      ${row('Bộ tiêu chí', chips(rubricStateLooks, rubricStateNames))}`,
      [chipStyles, look],
    ),
};

const states: DueState[] = [
  { class: 'overdue', workingDays: -2 },
  { class: 'soon', workingDays: 0 },
  { class: 'soon', workingDays: 2 },
  { class: 'in-time', workingDays: 4 },
  { class: 'paused' },
  { class: 'on-time' },
  { class: 'late' },
  { class: 'late-extended' },
];

export const Urgency: StoryObj = {
  name: 'Mức gấp',
  render: () =>
    partStory(
      row(
        'Hạn xử lý',
        states.map((state) => html`<span>${dueChip(state, '04/12 (thứ Sáu)', due)}</span>`),
      ),
      [chipStyles, look],
    ),
};

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import '@dvk/elements/scorecard/define';
import { common } from '@dvk/elements/locale/common/vi';
import { fields } from '@dvk/elements/locale/fields/vi';
import { scorecardList } from '@dvk/elements/locale/scorecard-list/vi';
import { scorecardSheet } from '@dvk/elements/locale/scorecard-sheet/vi';
import { scorecard } from '@dvk/elements/scorecard/vi';
import { bacKan2017 } from '@dvk/sdk/rubrics';
import { problem, sampleAssessments } from '@dvk/sdk/testing';
import { dropNetwork, restoreNetwork } from '../support/network.ts';
import {
  choose,
  entered,
  field,
  findPart,
  expectEntered,
  openWidget,
  press,
  expectText,
  expectNoText,
  textsOf,
  write,
} from '../support/play.ts';
import { persons, unit } from '../support/persons.ts';
import { holdBack, Province } from '../support/province.ts';
import { journeyPage, startEmpty } from '../support/journey-page.ts';

const province = new Province();
const steps = { unit: 'Đơn vị tự chấm', appraiser: 'Thẩm định' };

const meta: Meta = {
  title: 'Hành trình/2. Tự chấm, thẩm định',
  parameters: { msw: province.handlers },
  beforeEach: startEmpty(province),
  render: () =>
    journeyPage(
      province,
      { person: 'officer', title: steps.unit, content: html`<dvk-scorecard></dvk-scorecard>` },
      { person: 'appraiser', title: steps.appraiser, content: html`<dvk-scorecard></dvk-scorecard>` },
    ),
};
export default meta;
type Story = StoryObj;

const walk = (canvas: HTMLElement, person: keyof typeof persons, title: string) =>
  press(canvas, `${title} ${persons[person].name}`);

/** The scorecard before the person whose turn it is. */
async function desk(canvas: HTMLElement) {
  const root = await openWidget(
    canvas.querySelector<HTMLElement>('dvk-context:not([hidden])')!,
    'dvk-scorecard',
    '#title',
  );
  const texts = {
    ...textsOf(root.host, scorecardList),
    ...textsOf(root.host, scorecard),
    ...textsOf(root.host, scorecardSheet),
  };
  const [self, superior] = bacKan2017.criteria.map(({ number, title }) => [number, title.vi].filter(Boolean).join(' '));
  return {
    root,
    texts,
    shared: textsOf(root.host, common),
    asked: textsOf(root.host, fields),
    line: {
      self: `${self} – ${texts.self}`,
      appraised: `${self} – ${texts.appraised}`,
      superior: `${superior} – ${texts.appraised}`,
    },
  };
}

/** An assessment of the officer's unit as it stands at the beginning of a story. */
const startedAssessment = (status: 'open' | 'submitted', points: number) =>
  sampleAssessments.assessmentOf(bacKan2017, [{ criterionId: 'self', self: { points } }], {
    status,
    subject: { kind: 'unit', id: unit.id, name: unit.name },
    unitId: unit.id,
    unitName: unit.name,
  });
const given = (status: 'open' | 'submitted', points: number): (() => void) => {
  const assessment = startedAssessment(status, points);
  return () => void province.assessments.set(assessment.id, assessment);
};
const stored = () => [...province.assessments.values()][0]!;

/** Opens the only assessment in the list. */
async function open(canvas: HTMLElement) {
  const page = await desk(canvas);
  const opener = await findPart(page.root, '.opener');
  await press(page.root, opener.textContent!.trim());
  return page;
}

export const Whole: Story = {
  name: 'Đơn vị tự chấm, nộp; người thẩm định chấm, nêu lý do',
  play: async ({ canvasElement }) => {
    const unitDesk = await desk(canvasElement);
    {
      const { root, texts, shared, line, asked } = unitDesk;
      await expectText(root, texts.none);
      await press(root, texts.open);
      await choose(root, texts.rubric, bacKan2017.title.vi);
      await press(root, texts.start);
      // Ten points are the superior's: hidden here, but counted.
      await expectText(root, texts.reserved('10'));
      await write(root, line.self, '93');
      await press(root, texts.save);
      await expectText(root, asked.max('90'));
      await write(root, line.self, '83');
      await expectText(root, texts.outOf('83', '90'), texts.unsaved);
      await press(root, texts.save);
      await press(root, texts.steps.submit);
      await press(root, shared.confirm(texts.steps.submit));
      await expectText(root, texts.statuses.submitted);
    }
    await walk(canvasElement, 'appraiser', steps.appraiser);
    const { root, texts, shared, line, asked } = await open(canvasElement);
    await write(root, line.appraised, '81');
    // Two points less, and still “tốt”: nothing to explain.
    await expectNoText(root, texts.reason);
    await write(root, line.appraised, '79');
    // Four points are below the threshold, but 79 is another band than 83.
    await field(root, texts.reason);
    await press(root, texts.save);
    await expectText(root, asked.required('lý do điểm thẩm định khác điểm tự chấm'));
    await write(root, texts.reason, 'Thiếu hồ sơ minh chứng của tiêu chí 3.');
    await write(root, line.superior, '8');
    await press(root, texts.save);
    await press(root, texts.steps.appraise);
    await press(root, shared.confirm(texts.steps.appraise));
    await expectText(root, texts.statuses.appraised, texts.outOf('87', '100'), 'Tốt');
    expect(stored().lines.find(({ criterionId }) => criterionId === 'self')).toMatchObject({
      self: { points: 8300 },
      appraised: { points: 7900 },
    });
    await walk(canvasElement, 'officer', steps.unit);
    await press(unitDesk.root, texts.back);
    await open(canvasElement);
    await expectText(unitDesk.root, 'Thiếu hồ sơ minh chứng của tiêu chí 3.', texts.outOf('83', '90'));
  },
};

/** The unit has changed its 80 to 83 and presses save; `meanwhile` is what is in the way. */
async function saving(canvas: HTMLElement, meanwhile: () => void) {
  const page = await open(canvas);
  await write(page.root, page.line.self, '83');
  meanwhile();
  const before = entered(page.root);
  await press(page.root, page.texts.save);
  return { ...page, before };
}

async function isSaved({ root, texts }: Awaited<ReturnType<typeof desk>>): Promise<void> {
  await expectNoText(root, texts.unsaved);
  await expectText(root, texts.outOf('83', '90'));
  expect(stored().lines[0]).toMatchObject({ self: { points: 8300 } });
}

export const SignedOut: Story = {
  name: 'Hết phiên khi lưu (401): đăng nhập lại rồi lưu',
  beforeEach: given('open', 8000),
  play: async ({ canvasElement }) => {
    const page = await saving(canvasElement, () => province.expire('officer'));
    const { root, texts, shared, before } = page;
    await expectText(root, shared.unauthenticated);
    await expectEntered(root, before);
    await press(root, shared.signIn);
    await expectNoText(root, shared.unauthenticated);
    await expectEntered(root, before);
    await press(root, texts.save);
    await isSaved(page);
  },
};

export const ChangedMeanwhile: Story = {
  name: 'Đồng nghiệp vừa lưu (412): tải bản mới, giữ phần mình',
  beforeEach: given('open', 8000),
  play: async ({ canvasElement }) => {
    const page = await saving(canvasElement, () => {
      province.change(province.assessments, stored().id, startedAssessment('open', 7500));
    });
    const { root, texts, before } = page;
    await expectText(root, texts.changed);
    await expectEntered(root, before);
    await press(root, texts.reload);
    await expectEntered(root, before);
    await press(root, texts.save);
    await isSaved(page);
  },
};

export const HandedInMeanwhile: Story = {
  name: 'Đồng nghiệp vừa nộp bảng (409)',
  beforeEach: given('open', 8000),
  play: async ({ canvasElement }) => {
    const { root, shared, before } = await saving(canvasElement, () => {
      province.assessments.set(stored().id, { ...stored(), status: 'submitted' });
    });
    await expectText(root, 'Bước này không làm được ở trạng thái hiện tại');
    await expectEntered(root, before);
    await expectNoText(root, shared.retry);
  },
};

export const OpenedTwice: Story = {
  name: 'Lập bảng chấm điểm đã có của năm nay (409)',
  beforeEach: () => {
    const assessment = { ...startedAssessment('open', 8000), period: String(new Date().getFullYear()) };
    province.assessments.set(assessment.id, assessment);
  },
  play: async ({ canvasElement }) => {
    const { root, texts } = await desk(canvasElement);
    await press(root, texts.open);
    await choose(root, texts.rubric, bacKan2017.title.vi);
    const before = entered(root);
    await press(root, texts.start);
    await expectText(root, 'Trùng với dữ liệu đã có');
    await expectEntered(root, before);
  },
};

export const Incomplete: Story = {
  name: 'Thẩm định chưa đủ: chỉ ra từng dòng trước khi xác nhận',
  beforeEach: given('submitted', 8300),
  play: async ({ canvasElement }) => {
    await walk(canvasElement, 'appraiser', steps.appraiser);
    const { root, texts, shared, line } = await open(canvasElement);
    await write(root, line.appraised, '82');
    await expectText(root, texts.outOf('82', '100'));
    const before = entered(root);
    await press(root, texts.steps.appraise);
    await expectText(root, `${line.superior}: Chưa chấm`);
    await expectEntered(root, before);
    await write(root, line.superior, '8');
    await press(root, texts.steps.appraise);
    await press(root, shared.confirm(texts.steps.appraise));
    await expectText(root, texts.statuses.appraised, texts.outOf('90', '100'));
  },
};

export const TooMany: Story = {
  name: 'Gửi quá nhiều lần (429): chờ rồi lưu lại',
  beforeEach: given('open', 8000),
  play: async ({ canvasElement }) => {
    const page = await saving(canvasElement, () =>
      province.failNext('assessments.putSelfLines', () => problem('rate-limited', { retryAfter: 600 })),
    );
    const { root, texts, shared, before } = page;
    await expectText(root, shared.tooMany(600));
    await expectEntered(root, before);
    await press(root, texts.save);
    await isSaved(page);
  },
};

export const Offline: Story = {
  name: 'Mất mạng khi lưu, có mạng lại thì lưu tiếp',
  beforeEach: given('open', 8000),
  play: async ({ canvasElement }) => {
    const page = await saving(canvasElement, () => dropNetwork());
    const { root, texts, shared, before } = page;
    await expectText(root, shared.offline);
    await expectEntered(root, before);
    restoreNetwork();
    await press(root, texts.save);
    await isSaved(page);
  },
};

export const OfflineAtFirst: Story = {
  name: 'Không tải được danh sách, thử lại khi có mạng',
  beforeEach: () => {
    given('open', 8000)();
    dropNetwork();
  },
  play: async ({ canvasElement }) => {
    const root = await openWidget(canvasElement, 'dvk-scorecard', '[role=alert]');
    const shared = textsOf(root.host, common);
    await expectText(root, shared.offline);
    restoreNetwork();
    await press(root, shared.retry);
    await openWidget(canvasElement, 'dvk-scorecard', '.row');
  },
};

export const Slow: Story = {
  name: 'Mạng chậm: đang lưu',
  beforeEach: given('open', 8000),
  play: async ({ canvasElement }) => {
    const { fault, release } = holdBack();
    const page = await saving(canvasElement, () => province.failNext('assessments.putSelfLines', fault));
    const { root, texts, before } = page;
    await expectText(root, texts.saving);
    await expectEntered(root, before);
    release();
    await isSaved(page);
  },
};

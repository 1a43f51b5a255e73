import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { Assessment, LineValue } from '@dvk/sdk/assessments';
import type { Attachment } from '@dvk/sdk/attachments';
import {
  bacKan2017,
  criteriaOf,
  illustrativeModel,
  illustrativeUnit,
  tayNinh2022,
  type Criterion,
  type Rubric,
} from '@dvk/sdk/rubrics';
import type { Session } from '@dvk/sdk/session';
import {
  later,
  offline,
  problem,
  sampleAssessments,
  sampleRubrics,
  sampleSession,
  toMsw,
  type MockHandlers,
} from '@dvk/sdk/testing';
import { api } from '@dvk/sdk/api';
import { scorecardSheet } from '@dvk/elements/locale/scorecard-sheet/vi';
import '@dvk/elements/scorecard/define';
import '@dvk/elements/text-field/define';
import { anatomyOf } from '../support/anatomy.ts';
import { widget } from '../support/element.ts';
import { personOf, signedIn } from '../support/persons.ts';
import { openWidget, press, findPart, textsOf, waitFor } from '../support/play.ts';
import { apiUrl } from '../support/server.ts';

const { assessmentOf, summaryOf } = sampleAssessments;
type Field = HTMLElementTagNameMap['dvk-text-field'];
const unitId = '01993000-0000-7000-8000-000000000007';

function answers(
  rubric: Rubric,
  assessment: Assessment,
  roles: Session['roles'],
  assessments: MockHandlers<typeof api>['assessments'] = {},
) {
  return {
    msw: toMsw(api, apiUrl, {
      session: { get: ({ request }) => personOf(request, () => ({ ...signedIn(...roles), unitId })) },
      rubrics: {
        get: () => rubric,
        list: () => ({ items: [sampleRubrics.summaryOf(rubric)], nextCursor: null }),
      },
      assessments: {
        get: () => assessment,
        list: () => ({ items: [summaryOf(assessment, rubric)], nextCursor: null }),
        putSelfLines: () => ({ ...assessment, etag: '"v5"' }),
        putAppraisedLines: () => ({ ...assessment, etag: '"v5"' }),
        ...assessments,
      },
    }),
  };
}

const open = (canvas: HTMLElement, selector = 'table') => openWidget(canvas, 'dvk-scorecard', selector);

async function enter(root: ShadowRoot, name: string, value: string): Promise<void> {
  const field = root.querySelector<Field>(`[name="${name}"]`)!;
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

const bacKan = (more: Partial<Assessment> = {}, points?: number) =>
  assessmentOf(bacKan2017, points === undefined ? [] : [{ criterionId: 'self', self: { points } }], more);

const meta: Meta = {
  title: 'Tiện ích/Bảng chấm điểm',
  component: 'dvk-scorecard',
  render: widget('dvk-scorecard'),
  args: { baseUrl: apiUrl, recordId: '01993000-0000-7000-8000-0000000000a1' },
};
export default meta;
type Story = StoryObj;

export const SelfScoring: Story = {
  name: 'Đơn vị tự chấm (mẫu minh họa đủ các loại tiêu chí)',
  parameters: answers(illustrativeUnit, assessmentOf(illustrativeUnit, []), ['unit-officer']),
  play: async ({ canvasElement }) => void (await open(canvasElement)),
};

export const OutOfNinety: Story = {
  name: 'Tự chấm trên 90, 10 điểm của cấp trên (Bắc Kạn 2017)',
  parameters: answers(bacKan2017, bacKan({}, 8700), ['unit-leader']),
  play: async ({ canvasElement }) => void (await open(canvasElement)),
};

export const SixCriteria: Story = {
  name: 'Sáu tiêu chí (Tây Ninh 2022)',
  parameters: answers(tayNinh2022, assessmentOf(tayNinh2022, []), ['unit-officer']),
  play: async ({ canvasElement }) => void (await open(canvasElement)),
};

export const Appraisal: Story = {
  name: 'Thẩm định: 87 thành 78, phải nêu lý do',
  parameters: answers(bacKan2017, bacKan({ status: 'submitted' }, 8700), ['appraiser']),
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement);
    await enter(root, 'self', '7800');
    await open(canvasElement, '[name="reason/self"]');
  },
};

/** A value for a line: the best there is, or – for some – the next below. */
function valueFor(criterion: Criterion, isLower = false): LineValue | undefined {
  switch (criterion.kind) {
    case 'range':
      return { points: isLower ? criterion.max - 100 : criterion.max };
    case 'levels':
      return { level: criterion.levels[isLower ? 1 : 0]!.id };
    case 'count':
      return { count: isLower ? 1 : 2 };
    case 'ratio':
      return { numerator: isLower ? 12 : 17, denominator: 17 };
    case 'formula':
      return undefined;
    default:
      return { met: true };
  }
}

const evidence = (at: number): Attachment => ({
  id: `01993000-0000-7000-8000-00000000f0${String(at).padStart(2, '0')}`,
  name: `Bien ban ${at}.pdf`,
  mediaType: 'application/pdf',
  size: 120_000,
  sha256: '0'.repeat(64),
  uploadedAt: '2026-11-20T03:15:00Z',
});

/** A full rubric that both have scored, a few lines not alike. */
function scoredByBoth(status: Assessment['status']): Assessment {
  const attachments = [evidence(1), evidence(2)];
  const { lines: scored } = assessmentOf(illustrativeModel, []).results.self;
  const reserved = new Set(scored.filter(({ state }) => state === 'reserved').map(({ criterionId }) => criterionId));
  const lines = criteriaOf(illustrativeModel).flatMap((criterion, at) => {
    const self = reserved.has(criterion.id) ? undefined : valueFor(criterion);
    const appraised = valueFor(criterion, at % 4 === 2);
    if (!appraised) return [];
    return [
      {
        criterionId: criterion.id,
        ...(self && { self }),
        appraised,
        evidence: at % 3 === 1 ? attachments.map(({ id }) => id) : [],
        ...(at === 2 && { reason: 'Chưa có số liệu dùng thực tế.' }),
      },
    ];
  });
  return assessmentOf(illustrativeModel, lines, {
    status,
    attachments,
    subject: {
      kind: 'model',
      id: '01993000-0000-7000-8000-0000000000b1',
      name: 'Góp vốn xoay vòng giúp nhau giảm nghèo',
    },
  });
}

export const FullAppraisal: Story = {
  name: 'Thẩm định đủ các nhóm, có dòng lệch',
  parameters: answers(illustrativeModel, scoredByBoth('submitted'), ['appraiser']),
  play: async ({ canvasElement }) => void (await open(canvasElement)),
};

export const Anatomy: Story = {
  ...anatomyOf(
    FullAppraisal,
    ['.sheet-head h2', 'Ai được chấm; dòng dưới: đơn vị, năm, bộ tiêu chí và căn cứ'],
    ['.sheet-head .chip', 'Bảng đang ở bước nào'],
    ['.groups', 'Hình vẽ điểm theo nhóm, tự chấm và thẩm định'],
    ['.line-filters', 'Lọc dòng lệch, dòng thiếu minh chứng, dòng chưa chấm'],
    [
      '.score-table .heads, .score-table thead',
      'Cột: số thứ tự, tiêu chí, tối đa, hai cột điểm, chênh lệch, minh chứng',
    ],
    ['.score-table tr.group', 'Nhóm tiêu chí với điểm cộng dồn'],
    ['.score-table tr.line .given', 'Ô chấm và điểm của nó ở cạnh nhau'],
    ['.score-table .difference b', 'Chênh lệch: in đậm; vàng khi phải nêu lý do'],
    ['.origin', 'Cách ra điểm và mức xếp loại, từng bước'],
    ['[part=totals]', 'Tổng điểm hai bên, mức xếp loại; luôn trong tầm nhìn'],
    ['.foot-actions', 'Bước tiếp theo và “Lưu”'],
  ),
  name: 'Cấu tạo',
};

export const Paper: Story = {
  name: 'Phiếu thẩm định để in, tiêu đề văn bản của Đảng',
  args: { paperHeading: 'party' },
  parameters: answers(illustrativeModel, scoredByBoth('appraised'), ['secretariat']),
  play: async ({ canvasElement }) => void (await open(canvasElement)),
};

export const Concluded: Story = {
  name: 'Đã kết luận, có trường hợp không xếp loại hoặc hạ mức',
  parameters: answers(
    bacKan2017,
    assessmentOf(
      bacKan2017,
      [
        { criterionId: 'self', self: { points: 8700 }, appraised: { points: 7800 }, reason: 'Thiếu hồ sơ minh chứng.' },
        { criterionId: 'superior', appraised: { points: 800 } },
      ],
      {
        status: 'concluded',
        conditions: bacKan2017.conditions
          .slice(0, 1)
          .map(({ id }) => ({ conditionId: id, reason: 'Theo kết luận kiểm tra.' })),
      },
    ),
    ['secretariat'],
  ),
  play: async ({ canvasElement }) => void (await open(canvasElement)),
};

export const List: Story = {
  name: 'Danh sách và mở bảng mới',
  args: { recordId: '' },
  parameters: answers(bacKan2017, bacKan({}, 8700), ['unit-officer']),
  play: async ({ canvasElement }) => void (await open(canvasElement, '.row')),
};

export const Incomplete: Story = {
  name: 'Nộp khi còn dòng trống',
  parameters: answers(illustrativeUnit, assessmentOf(illustrativeUnit, []), ['unit-officer']),
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement);
    const texts = textsOf(root.host, scorecardSheet);
    await enter(root, 'registered', '2');
    // Once the rules are there, points follow, and what is missing is known before anything is sent.
    await waitFor(() => root.querySelector('.draft') && !root.textContent.includes(texts.asSaved), 'the points');
    await press(root, texts.steps.submit);
    await open(canvasElement, '#summary');
  },
};

const saving = (
  answer: NonNullable<MockHandlers<typeof api>['assessments']>['putSelfLines'],
  shown = '.notice.danger',
): Partial<Story> => ({
  parameters: answers(bacKan2017, bacKan({}, 8000), ['unit-officer'], { putSelfLines: answer! }),
  play: async ({ canvasElement }) => {
    const root = await open(canvasElement);
    await enter(root, 'self', '8700');
    await findPart(root, '.draft');
    root.querySelector('form')!.requestSubmit();
    await open(canvasElement, shown);
  },
});

export const ChangedMeanwhile: Story = { ...saving(problem('precondition-failed')), name: 'Người khác vừa sửa (412)' };
export const Refused: Story = {
  ...saving(
    problem('validation-failed', {
      errors: [{ pointer: '/0/value/points', code: 'above-the-maximum', params: { max: 90 } }],
    }),
  ),
  name: 'Máy chủ không nhận một dòng (422)',
};
export const Locked: Story = { ...saving(problem('transition-not-allowed')), name: 'Bảng đã chuyển bước (409)' };
export const TooMany: Story = {
  ...saving(problem('rate-limited', { retryAfter: 600 })),
  name: 'Gửi quá nhiều lần (429)',
};
export const SignedOut: Story = { ...saving(problem('unauthenticated')), name: 'Hết phiên (401)' };
export const Offline: Story = { ...saving(offline()), name: 'Mất mạng khi lưu' };
export const Slow: Story = {
  ...saving(
    later('infinite', () => bacKan()),
    '[aria-busy=true]',
  ),
  name: 'Đang lưu, mạng chậm',
};

export const Empty: Story = {
  name: 'Chưa có bảng nào',
  args: { recordId: '' },
  parameters: answers(bacKan2017, bacKan(), ['unit-officer'], { list: () => ({ items: [], nextCursor: null }) }),
  play: async ({ canvasElement }) => void (await open(canvasElement, '[part=empty]')),
};

export const Loading: Story = {
  name: 'Đang tải',
  parameters: answers(bacKan2017, bacKan(), ['unit-officer'], { get: later('infinite', () => bacKan()) }),
  play: async ({ canvasElement }) => void (await open(canvasElement, '[part=loading]')),
};

export const ServerError: Story = {
  name: 'Không mở được bảng (500)',
  parameters: answers(bacKan2017, bacKan(), ['unit-officer'], { get: problem('internal-error') }),
  play: async ({ canvasElement }) => void (await open(canvasElement, '[role=alert] button')),
};

export const NotThere: Story = {
  name: 'Không có bảng này (404)',
  parameters: answers(bacKan2017, bacKan(), ['unit-officer'], { get: problem('not-found') }),
  play: async ({ canvasElement }) => void (await open(canvasElement, '[role=alert]')),
};

export const NotConnected: Story = {
  name: 'Chưa nối với hệ thống',
  args: { baseUrl: '', recordId: '' },
  play: async ({ canvasElement }) => void (await open(canvasElement, '.notice')),
};

export const Visitor: Story = {
  name: 'Chưa đăng nhập',
  args: { recordId: '' },
  parameters: {
    msw: toMsw(api, apiUrl, { session: { get: () => sampleSession.visitor } }),
  },
  play: async ({ canvasElement }) => void (await open(canvasElement, '[part=refusal] button')),
};

export const NoPermission: Story = {
  name: 'Không có quyền',
  args: { recordId: '' },
  parameters: answers(bacKan2017, bacKan(), ['citizen']),
  play: async ({ canvasElement }) => void (await open(canvasElement, '.notice')),
};

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import '@dvk/elements/model-registration/define';
import { common } from '@dvk/elements/locale/common/vi';
import { myModels } from '@dvk/elements/locale/my-models/vi';
import { registrationForm } from '@dvk/elements/locale/registration-form/vi';
import { modelRegistration } from '@dvk/elements/model-registration/vi';
import { models } from '@dvk/elements/locale/models/vi';
import { sending } from '@dvk/elements/locale/sending/vi';
import { problem, sampleModels } from '@dvk/sdk/testing';
import { formatMoney } from '@dvk/sdk/text';
import { dropNetwork, restoreNetwork } from '../support/network.ts';
import {
  attach,
  controlOf,
  choose,
  entered,
  field,
  expectEntered,
  openWidget,
  chooseFromList,
  press,
  expectText,
  reload,
  textsOf,
  waitFor,
  write,
} from '../support/play.ts';
import { loseResponse, holdBack, Province } from '../support/province.ts';
import { journeyPage, startEmpty } from '../support/journey-page.ts';

const { registration, registered } = sampleModels;
const province = new Province();

const meta: Meta = {
  title: 'Hành trình/1. Đăng ký mô hình',
  parameters: { msw: province.handlers },
  beforeEach: startEmpty(province),
  render: () =>
    journeyPage(province, {
      person: 'officer',
      title: 'Đăng ký mô hình',
      content: html`<dvk-model-registration province="01" model-id="new"></dvk-model-registration>`,
    }),
};
export default meta;
type Story = StoryObj;

async function begin(canvas: HTMLElement) {
  const root = await openWidget(canvas, 'dvk-model-registration', 'form');
  const widget = root.host;
  return {
    root,
    widget,
    texts: { ...textsOf(widget, modelRegistration), ...textsOf(widget, registrationForm) },
    names: textsOf(widget, models),
    keeping: textsOf(widget, sending),
    shared: textsOf(widget, common),
  };
}
type Page = Awaited<ReturnType<typeof begin>>;

/** Fills in the form from top to bottom, as an officer does. */
async function fillIn({ root, texts, names }: Page, more: { goals?: string } = {}): Promise<Record<string, string>> {
  const { labels } = texts;
  await choose(root, labels.registrantKind, names.registrantKinds.individual);
  await write(root, labels.registrantName, 'Nguyễn Văn A');
  await write(root, labels.responsiblePerson, registration.responsiblePerson);
  await choose(root, labels.intakeKind, names.intakeKinds.new);
  await choose(root, labels.field, names.fields[registration.field]);
  await choose(root, labels.tags, 'Bảo vệ môi trường');
  await chooseFromList(root, labels.communeCode, 'ba dinh', 'phường Ba Đình');
  await write(root, labels.name, registration.name);
  for (const [name, text] of Object.entries({ ...registration.content, ...more }))
    await write(root, labels[`content/${name}` as keyof typeof labels], text);
  await write(root, labels.budget, formatMoney(registration.budget!));
  await write(root, labels.startDate, '1/4/2026');
  await write(root, labels.endDate, '31/12/2026');
  await write(root, labels.assessmentDate, '15/11/2026');
  await attach(root, labels.attachments, 'tờ trình.pdf');
  return entered(root);
}

/** The receipt is there, and the province holds exactly this one registration. */
async function isRegistered({ root, texts }: Page): Promise<void> {
  await expectText(root, texts.done.registered, texts.next);
  const [model, ...others] = province.models.values();
  expect(others).toEqual([]);
  await expectText(
    root,
    model!.code,
    registration.name,
    registration.content.outputs,
    '15.000.000',
    'tờ trình.pdf',
    '01/04/2026',
  );
}

export const Whole: Story = {
  name: 'Nhập, mở lại bản nháp, gửi, nhận mã',
  play: async ({ canvasElement }) => {
    const page = await begin(canvasElement);
    const { root, widget, texts, shared } = page;
    await press(root, texts.submit);
    await expectText(root, shared.errorCount(root.querySelectorAll('form :invalid').length));
    const before = await fillIn(page);
    await reload(widget);
    await expectText(root, shared.discardDraft);
    await expectEntered(root, before);
    await press(root, texts.submit);
    await isRegistered(page);
  },
};

export const OnAnotherMachine: Story = {
  name: 'Viết nháp, mở tiếp trên máy khác từ danh sách, gửi',
  render: () =>
    journeyPage(province, {
      person: 'officer',
      title: 'Mô hình của đơn vị',
      content: html`<dvk-model-registration province="01"></dvk-model-registration>`,
    }),
  play: async ({ canvasElement }) => {
    const root = await openWidget(canvasElement, 'dvk-model-registration', '.my-models');
    const list = textsOf(root.host, myModels);
    await press(root, list.register);
    const page = await begin(canvasElement);
    const before = await fillIn(page);
    await waitFor(() => province.drafts.size === 1, 'the draft on the server');
    await press(root, page.texts.back);
    await expectText(root, list.title, registration.name, list.draftsPrivate);
    // Nothing is left on this machine, as on another.
    await press(root, list.continue);
    await expectEntered(root, before);
    await press(root, page.texts.submit);
    await isRegistered(page);
    expect(province.drafts.size).toBe(0);
  },
};

export const SignedOut: Story = {
  name: 'Hết phiên khi gửi (401): đăng nhập lại rồi gửi tiếp',
  play: async ({ canvasElement }) => {
    const page = await begin(canvasElement);
    const { root, texts, shared } = page;
    const before = await fillIn(page);
    province.expire('officer');
    await press(root, texts.submit);
    await expectText(root, shared.unauthenticated);
    await expectEntered(root, before);
    await press(root, shared.signIn);
    await expectEntered(root, before);
    await press(root, texts.submit);
    await isRegistered(page);
  },
};

export const Refused: Story = {
  name: 'Hệ thống báo một ô chưa đúng (422): sửa rồi gửi lại',
  play: async ({ canvasElement }) => {
    const page = await begin(canvasElement);
    const { root, texts } = page;
    // Pasted from another program: the form lets it pass, the contract does not.
    const before = await fillIn(page, { goals: `Ba tuyến đường\u0007 sạch.` });
    await press(root, texts.submit);
    await expectText(root, `${texts.labels['content/goals']}: Có ký tự điều khiển không dùng được`);
    await expectEntered(root, before);
    await write(root, texts.labels['content/goals'], registration.content.goals);
    await press(root, texts.submit);
    await isRegistered(page);
  },
};

export const TooMany: Story = {
  name: 'Gửi quá nhiều lần (429): chờ rồi gửi lại',
  play: async ({ canvasElement }) => {
    const page = await begin(canvasElement);
    const { root, texts, shared, keeping } = page;
    const before = await fillIn(page);
    province.failNext('models.create', () => problem('rate-limited', { retryAfter: 90 }));
    await press(root, texts.submit);
    await expectText(root, shared.tooMany(90), keeping.safeToRepeat);
    await expectEntered(root, before);
    await press(root, shared.retry);
    await isRegistered(page);
  },
};

export const Offline: Story = {
  name: 'Mất mạng rồi có lại: tự gửi',
  play: async ({ canvasElement }) => {
    const page = await begin(canvasElement);
    const { root, texts, keeping } = page;
    const before = await fillIn(page);
    dropNetwork();
    await expectText(root, keeping.offline);
    await press(root, texts.submit);
    await expectText(root, keeping.waiting);
    await expectEntered(root, before);
    expect(province.models.size).toBe(0);
    restoreNetwork();
    await isRegistered(page);
  },
};

export const AnswerLost: Story = {
  name: 'Đã nhận nhưng câu trả lời bị mất trên đường: gửi lại không tạo bản trùng',
  play: async ({ canvasElement }) => {
    const page = await begin(canvasElement);
    const { root, texts } = page;
    await fillIn(page);
    province.failNext('models.create', loseResponse);
    await press(root, texts.submit);
    await isRegistered(page);
  },
};

export const Slow: Story = {
  name: 'Mạng chậm: bấm hai lần vẫn chỉ gửi một',
  play: async ({ canvasElement }) => {
    const page = await begin(canvasElement);
    const { root, texts, keeping } = page;
    const before = await fillIn(page);
    const { fault, release } = holdBack();
    province.failNext('models.create', fault);
    await press(root, texts.submit);
    await press(root, keeping.busy);
    await expectEntered(root, before);
    release();
    await isRegistered(page);
  },
};

const returned = registered(registration, {
  status: 'returned',
  statusReason: 'Mục 3 cần nêu con số cụ thể.',
});
const mine = 'Bốn tuyến đường sạch, 95% số hộ tham gia.';
const theirs = 'Năm tuyến đường sạch, mọi hộ tham gia.';

/** Waits until the field of the place shows its name, which comes later than the registration: what stands there then is what was entered. */
async function placeIsNamed(root: ParentNode, label: string): Promise<void> {
  const box = controlOf(await field(root, label));
  await waitFor(() => box.value.includes('Ba Đình'), 'the name of the place');
}

/** A registration that came back, opened to be corrected. */
const correction: Story = {
  beforeEach: () => void province.models.set(returned.id, { ...returned, ownerUnitId: returned.unitId }),
  render: () =>
    journeyPage(province, {
      person: 'officer',
      title: 'Sửa đăng ký',
      content: html`<dvk-model-registration province="01" model-id=${returned.id}></dvk-model-registration>`,
    }),
};

export const ChangedMeanwhile: Story = {
  ...correction,
  name: 'Người khác vừa sửa (412): lấy bản mới, giữ phần mình',
  play: async ({ canvasElement }) => {
    const { root, texts } = await begin(canvasElement);
    const { labels } = texts;
    await expectText(root, texts.returned, returned.statusReason!);
    await placeIsNamed(root, labels.communeCode);
    await write(root, labels['content/goals'], mine);
    const before = entered(root);
    province.change(province.models, returned.id, {
      content: { ...registration.content, goals: theirs, outputs: 'Thêm biển tên từng đoạn.' },
    });
    await press(root, texts.resubmit);
    await expectText(root, texts.changed);
    await expectEntered(root, before);
    await press(root, texts.takeNew);
    await expectText(root, texts.conflicts, theirs);
    await press(root, texts.resubmit);
    await expectText(root, texts.done.resubmitted, mine, 'Thêm biển tên từng đoạn.');
    expect(province.models.get(returned.id)).toMatchObject({ status: 'registered', content: { goals: mine } });
  },
};

export const MovedOn: Story = {
  ...correction,
  name: 'Bộ phận thường trực vừa chuyển bước (409)',
  play: async ({ canvasElement }) => {
    const { root, texts } = await begin(canvasElement);
    await placeIsNamed(root, texts.labels.communeCode);
    await write(root, texts.labels['content/goals'], mine);
    // Between the reading of the version and the writing: no new version, but no longer open to corrections.
    province.failNext('models.update', () => problem('transition-not-allowed'));
    const before = entered(root);
    await press(root, texts.resubmit);
    await expectText(root, 'Bước này không làm được ở trạng thái hiện tại');
    await expectEntered(root, before);
  },
};

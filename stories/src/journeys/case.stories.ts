import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect } from 'storybook/test';
import '@dvk/elements/case-desk/define';
import '@dvk/elements/case-form/define';
import '@dvk/elements/complaint-tracker/define';
import { caseDesk } from '@dvk/elements/case-desk/vi';
import { caseForm } from '@dvk/elements/case-form/vi';
import { caseRecord } from '@dvk/elements/locale/case-record/vi';
import { cases } from '@dvk/elements/locale/cases/vi';
import { common } from '@dvk/elements/locale/common/vi';
import { complaintTracker } from '@dvk/elements/complaint-tracker/vi';
import { foundCase } from '@dvk/elements/locale/found-case/vi';
import { sending } from '@dvk/elements/locale/sending/vi';
import { casePrivacyNotice } from '@dvk/sdk/cases';
import { problem, sampleCases } from '@dvk/sdk/testing';
import { dropNetwork, restoreNetwork } from '../support/network.ts';
import {
  attach,
  choose,
  entered,
  expectEntered,
  openWidget,
  chooseFromList,
  press,
  expectText,
  expectNoText,
  findPart,
  textsOf,
  write,
} from '../support/play.ts';
import { holdBack, Province, type CaseFile } from '../support/province.ts';
import { journeyPage, startEmpty } from '../support/journey-page.ts';

const { submission } = sampleCases;
const province = new Province();
const titles = { send: '1. Gửi', handle: '2. Xử lý', follow: '3. Theo dõi' };

const meta: Meta = {
  title: 'Hành trình/3. Phản ánh, trả lời, đánh giá',
  parameters: { msw: province.handlers },
  beforeEach: startEmpty(province),
  render: () =>
    journeyPage(
      province,
      {
        person: 'visitor',
        title: titles.send,
        content: html`<dvk-case-form province="01" tracker-url="/tra-cuu"></dvk-case-form>`,
      },
      { person: 'secretariat', title: titles.handle, content: html`<dvk-case-desk></dvk-case-desk>` },
      {
        person: 'visitor',
        title: titles.follow,
        content: html`<dvk-complaint-tracker></dvk-complaint-tracker>`,
      },
    ),
};
export default meta;
type Story = StoryObj;

const toDesk = (canvas: HTMLElement) => press(canvas, `${titles.handle} Lê Văn C`);
const toTracker = (canvas: HTMLElement) => press(canvas, `${titles.follow} Người dân`);
const onlyCase = () => {
  const [file, ...others] = province.cases.values();
  expect(others).toEqual([]);
  return file!;
};

async function theForm(canvas: HTMLElement) {
  const root = await openWidget(canvas, 'dvk-case-form', 'form');
  const texts = textsOf(root.host, caseForm);
  return {
    root,
    texts,
    names: textsOf(root.host, cases),
    keeping: textsOf(root.host, sending),
    shared: textsOf(root.host, common),
  };
}
type Form = Awaited<ReturnType<typeof theForm>>;

/** Fills in the form as a citizen does, up to the button that sends it. */
async function fillIn({ root, texts, names }: Form, more: { title?: string } = {}): Promise<Record<string, string>> {
  const { labels } = texts;
  await attach(root, labels.attachments, 'ảnh đầu ngõ.pdf');
  await choose(root, labels.kind, names.kinds.report);
  await choose(root, labels.topic, names.topics[submission.topic]);
  await write(root, labels.content.report, submission.content);
  await chooseFromList(root, labels.communeCode, 'ba dinh', 'phường Ba Đình');
  await write(root, labels.address, submission.address);
  await write(root, labels.senderName, submission.senderName);
  await press(root, texts.check);
  await choose(root, labels.consent, casePrivacyNotice.consent.vi);
  if (more.title) {
    await press(root, 'Sửa tiêu đề');
    await write(root, labels.title, more.title);
  }
  return entered(root);
}

/** The receipt is there, and the province holds exactly this one report. */
async function isReceived({ root, texts }: Form): Promise<CaseFile> {
  await expectText(root, texts.done.report, texts.shownOnce);
  const file = onlyCase();
  await expectText(root, file.code, file.secret);
  return file;
}

async function theDesk(canvas: HTMLElement) {
  await toDesk(canvas);
  const root = await openWidget(canvas, 'dvk-case-desk', '.row');
  return {
    root,
    texts: textsOf(root.host, caseDesk),
    names: textsOf(root.host, cases),
    shared: textsOf(root.host, common),
  };
}

const reply = 'Tổ vệ sinh đã thu gom toàn bộ rác và bổ sung một chuyến mỗi tối.';

/** Opens the case at the desk and writes an answer, up to the last button. */
async function answering(canvas: HTMLElement) {
  const page = await theDesk(canvas);
  const { root, texts } = page;
  (await findPart(root, '.row')).click();
  await expectText(root, submission.content);
  await press(root, texts.steps.answer);
  await write(root, texts.fields.answer, reply);
  return { ...page, before: entered(root), confirm: textsOf(root.host, caseRecord).sendReply };
}

async function isAnswered({ root, texts }: Awaited<ReturnType<typeof theDesk>>): Promise<void> {
  await expectText(root, texts.done(texts.steps.answer, onlyCase().code));
  expect(onlyCase()).toMatchObject({ status: 'answered', answer: { text: reply } });
}

/** Looks the case up as its sender. */
async function following(canvas: HTMLElement, { code, secret }: { code: string; secret: string }) {
  await toTracker(canvas);
  const root = await openWidget(canvas, 'dvk-complaint-tracker', 'form');
  const texts = { ...textsOf(root.host, complaintTracker), ...textsOf(root.host, foundCase) };
  await write(root, texts.code, code);
  await write(root, texts.secret, secret);
  const before = entered(root);
  await press(root, texts.submit);
  return { root, texts, before, names: textsOf(root.host, cases), shared: textsOf(root.host, common) };
}

/** A case as it stands at the beginning of a story. */
const given = (changes: Partial<CaseFile> = {}) => {
  const file: CaseFile = {
    ...sampleCases.record,
    status: 'accepted',
    notes: [],
    secret: sampleCases.receipt.secret,
    history: sampleCases.answered.steps.slice(0, 2),
    ...changes,
  };
  return () => void province.cases.set(file.id, file);
};
const answered: Partial<CaseFile> = {
  status: 'answered',
  answer: sampleCases.answer,
  answeredAt: sampleCases.answer.at,
  history: sampleCases.answered.steps,
};

export const Whole: Story = {
  name: 'Gửi, chấp nhận, trả lời, tra cứu, đánh giá, mở lại',
  play: async ({ canvasElement }) => {
    const form = await theForm(canvasElement);
    await fillIn(form);
    await press(form.root, form.texts.send.report);
    const receipt = await isReceived(form);

    const { root, texts, shared } = await theDesk(canvasElement);
    (await findPart(root, '.row')).click();
    await expectText(root, submission.content, 'Nguyễn Văn A', 'ảnh đầu ngõ.pdf');
    await press(root, texts.steps.accept);
    await press(root, shared.confirm(texts.steps.accept));
    await expectText(root, texts.statuses.accepted);
    await press(root, texts.steps.answer);
    await write(root, texts.fields.answer, reply);
    await press(root, textsOf(root.host, caseRecord).sendReply);
    await isAnswered({ root, texts } as Awaited<ReturnType<typeof theDesk>>);

    const tracker = await following(canvasElement, receipt);
    await expectText(tracker.root, reply, tracker.names.timeliness['on-time'], tracker.texts.stages.accepted);
    await press(tracker.root, tracker.texts.rate);
    await press(tracker.root, tracker.texts.sendRating);
    await expectText(tracker.root, 'Chọn kết quả giải quyết');
    await choose(tracker.root, tracker.texts.solved, tracker.texts.marks[1]!);
    await choose(tracker.root, tracker.texts.attitude, tracker.texts.marks[3]!);
    await press(tracker.root, tracker.texts.sendRating);
    await expectText(tracker.root, tracker.texts.rated, tracker.texts.outOfFive(2), tracker.texts.outOfFive(4));
    await press(tracker.root, tracker.texts.reopen);
    await write(tracker.root, tracker.texts.reopenReason, 'Tối nay rác lại chưa được thu gom.');
    await press(tracker.root, tracker.texts.sendReopen);
    await expectText(tracker.root, tracker.texts.reopened, tracker.names.statuses.reopened);
    expect(onlyCase()).toMatchObject({ status: 'reopened', reopenCount: 1, rating: { solved: 2, attitude: 4 } });
  },
};

export const WrongSecret: Story = {
  name: 'Mã sai và mã bí mật sai trông như nhau',
  beforeEach: given(answered),
  play: async ({ canvasElement }) => {
    const { code, secret } = onlyCase();
    for (const wrong of [
      { code, secret: 'AAAA-BBBB-CCCC-DDDD' },
      { code: 'PA-261123-0043-1', secret },
    ]) {
      const { root, texts, before } = await following(canvasElement, wrong);
      await expectText(root, texts.notFound);
      await expectEntered(root, before);
    }
  },
};

export const SignedOut: Story = {
  name: 'Hết phiên khi trả lời (401): đăng nhập lại rồi gửi',
  beforeEach: given(),
  play: async ({ canvasElement }) => {
    const page = await answering(canvasElement);
    const { root, shared, before, confirm } = page;
    province.expire('secretariat');
    await press(root, confirm);
    await expectText(root, shared.unauthenticated);
    await expectEntered(root, before);
    await press(root, shared.signIn);
    await expectEntered(root, before);
    await press(root, confirm);
    await isAnswered(page);
  },
};

export const ChangedMeanwhile: Story = {
  name: 'Đồng nghiệp vừa chuyển đơn vị (412): tải lại, giữ nội dung',
  beforeEach: given(),
  play: async ({ canvasElement }) => {
    const page = await answering(canvasElement);
    const { root, texts, shared, before, confirm } = page;
    province.change(province.cases, onlyCase().id, { status: 'in-progress', unitName: 'Ủy ban nhân dân phường Mẫu' });
    await press(root, confirm);
    await expectText(root, shared.changed);
    await expectEntered(root, before);
    await press(root, texts.refresh);
    await expectText(root, texts.statuses['in-progress']);
    await expectEntered(root, before);
    await press(root, confirm);
    await isAnswered(page);
  },
};

export const ReopenedMeanwhile: Story = {
  name: 'Đang đánh giá thì phản ánh đã được xử lý lại (409)',
  beforeEach: given(answered),
  play: async ({ canvasElement }) => {
    const { root, texts } = await following(canvasElement, onlyCase());
    await press(root, texts.rate);
    await choose(root, texts.solved, texts.marks[4]!);
    await choose(root, texts.attitude, texts.marks[4]!);
    await write(root, texts.comment, 'Cảm ơn tổ vệ sinh.');
    const before = entered(root);
    province.change(province.cases, onlyCase().id, { status: 'reopened' });
    await press(root, texts.sendRating);
    await expectText(root, 'Bước này không làm được ở trạng thái hiện tại');
    await expectEntered(root, before);
  },
};

export const Refused: Story = {
  name: 'Hệ thống báo một ô chưa đúng (422): sửa rồi gửi lại',
  play: async ({ canvasElement }) => {
    const form = await theForm(canvasElement);
    const { root, texts } = form;
    const before = await fillIn(form, { title: 'Rác\u0007 chưa được thu gom' });
    await press(root, texts.send.report);
    await expectText(root, 'Có ký tự điều khiển không dùng được');
    await expectEntered(root, before);
    await write(root, texts.labels.title, submission.title);
    await press(root, texts.send.report);
    await isReceived(form);
  },
};

export const TooMany: Story = {
  name: 'Tra cứu quá nhiều lần (429): chờ rồi thử lại',
  beforeEach: () => {
    given(answered)();
    province.failNext('cases.track', () => problem('rate-limited', { retryAfter: 3600 }));
  },
  play: async ({ canvasElement }) => {
    const { root, shared, before, names } = await following(canvasElement, onlyCase());
    await expectText(root, shared.tooMany(3600));
    await expectEntered(root, before);
    await press(root, shared.retry);
    await expectText(root, names.statuses.answered);
  },
};

export const Offline: Story = {
  name: 'Mất mạng rồi có lại: tự gửi',
  play: async ({ canvasElement }) => {
    const form = await theForm(canvasElement);
    const { root, texts, keeping } = form;
    const before = await fillIn(form);
    dropNetwork();
    await press(root, texts.send.report);
    await expectText(root, keeping.waiting);
    await expectEntered(root, before);
    restoreNetwork();
    await isReceived(form);
  },
};

export const OfflineAtTheDesk: Story = {
  name: 'Mất mạng khi trả lời',
  beforeEach: given(),
  play: async ({ canvasElement }) => {
    const page = await answering(canvasElement);
    const { root, shared, before, confirm } = page;
    dropNetwork();
    await press(root, confirm);
    await expectText(root, shared.offline);
    await expectEntered(root, before);
    restoreNetwork();
    await press(root, confirm);
    await isAnswered(page);
  },
};

export const Slow: Story = {
  name: 'Mạng chậm: đang gửi',
  play: async ({ canvasElement }) => {
    const form = await theForm(canvasElement);
    const { root, texts, keeping } = form;
    const before = await fillIn(form);
    const { fault, release } = holdBack();
    province.failNext('cases.create', fault);
    await press(root, texts.send.report);
    await expectText(root, keeping.busy);
    await expectEntered(root, before);
    release();
    await isReceived(form);
    await expectNoText(root, keeping.busy);
  },
};

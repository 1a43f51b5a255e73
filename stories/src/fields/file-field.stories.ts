import type { Meta } from '@storybook/web-components-vite';
import { fileField } from '@dvk/elements/file-field/vi';
import '@dvk/elements/file-field/define';
import type { Upload } from '@dvk/elements/file-field';
import { userEvent } from 'storybook/test';
import { anatomyOf } from '../support/anatomy.ts';
import {
  expectError,
  expectRequired,
  fieldIn,
  expectValue,
  expectReadOnly,
  expectDisabled,
  longTexts,
  expectEmpty,
  fieldOf,
  type FieldStory,
} from '../support/field-page.ts';
import { press, expectText, textsOf } from '../support/play.ts';
import { stalls, works } from '../support/samples.ts';

const stored = [
  { id: '01890000-0000-7000-8000-0000000000f1', name: 'tờ trình.pdf', size: 245_760 },
  { id: '01890000-0000-7000-8000-0000000000f2', name: `${longTexts.text}.docx`, size: 1_572_864 },
];
/** Fails the first time. */
function failsOnce(): Upload {
  let tried = false;
  return async (...args) => {
    if (tried) return works(...args);
    tried = true;
    throw new Error('no network');
  };
}

const label = 'Minh chứng';
const meta: Meta = {
  title: 'Ô nhập/Tệp',
  component: 'dvk-file-field',
  render: fieldIn('dvk-file-field'),
  args: { label, hint: 'Ảnh, PDF, Word, Excel.', accept: '.pdf,.docx,image/*', upload: works },
};
export default meta;

/** Chooses files and reads what becomes of them. */
const choosing =
  (files: readonly File[], ...say: ((texts: typeof fileField) => string)[]): NonNullable<FieldStory['play']> =>
  async ({ canvasElement }) => {
    const { field } = await fieldOf(canvasElement);
    const chooser = field.shadowRoot!.querySelector<HTMLInputElement>('[type=file]')!;
    await userEvent.setup({ applyAccept: false }).upload(chooser, [...files]);
    await expectText(field.shadowRoot!, ...say.map((each) => each(textsOf(field, fileField))));
  };
const pdf = new File(['%PDF-1.7'], 'tờ trình.pdf', { type: 'application/pdf' });

export const Empty: FieldStory = { name: 'Chưa có tệp', play: expectEmpty };
export const Filled: FieldStory = {
  name: 'Đã có tệp, có tên dài',
  args: { files: stored },
  play: expectValue(stored.map(({ id }) => id)),
};
export const Uploaded: FieldStory = {
  name: 'Vừa tải lên',
  play: choosing([pdf], (texts) => texts.uploaded('tờ trình.pdf')),
};
export const Uploading: FieldStory = {
  name: 'Đang tải lên, tệp sau chờ',
  args: { upload: stalls },
  play: choosing(
    [pdf, new File(['x'], 'ảnh.jpg', { type: 'image/jpeg' })],
    () => '50%',
    (texts) => texts.waiting,
  ),
};
/** A picture as a sample: a house beside a road. */
async function photo(name: string): Promise<File> {
  const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 480 });
  const context = canvas.getContext('2d')!;
  for (const [colour, left, top, width, height] of [
    ['#dbe8f3', 0, 0, 640, 480],
    ['#e8d7a8', 180, 150, 260, 220],
    ['#b5523b', 160, 110, 300, 50],
    ['#8a97a5', 0, 370, 640, 110],
  ] as const) {
    context.fillStyle = colour;
    context.fillRect(left, top, width, height);
  }
  const blob = await new Promise<Blob>((resolve) => canvas.toBlob((made) => resolve(made!), 'image/jpeg'));
  return new File([blob], name, { type: 'image/jpeg' });
}
export const Photos: FieldStory = {
  name: 'Ảnh: đã tải, máy không vẽ được',
  args: { accept: '.jpg,.heic,.pdf' },
  play: async (context) => {
    const files = [await photo('ảnh đầu ngõ.jpg'), new File(['x'], 'iphone.heic', { type: 'image/heic' }), pdf];
    await choosing(
      files,
      (texts) => texts.sent,
      () => 'iphone.heic',
      (texts) => texts.uploaded('tờ trình.pdf'),
    )(context);
  },
};
export const PhotosUploading: FieldStory = {
  name: 'Ảnh: đang tải lên',
  args: { upload: stalls },
  play: async (context) => choosing([await photo('ảnh đầu ngõ.jpg')], (texts) => texts.sending(50))(context),
};
export const Failed: FieldStory = {
  name: 'Tải lên không được, còn thử lại',
  args: { upload: () => Promise.reject(new Error('no network')) },
  play: choosing(
    [pdf],
    (texts) => texts.fileFailed,
    (texts) => texts.retry,
  ),
};
export const Retried: FieldStory = {
  name: 'Thử lại thì được',
  render: (args, context) => fieldIn('dvk-file-field')({ ...args, upload: failsOnce() }, context),
  play: async (context) => {
    await choosing([pdf], (texts) => texts.fileFailed)(context);
    const { field } = await fieldOf(context.canvasElement);
    const texts = textsOf(field, fileField);
    await press(field.shadowRoot!, texts.retryFile('tờ trình.pdf'));
    await expectText(field.shadowRoot!, texts.uploaded('tờ trình.pdf'));
  },
};
export const Refused: FieldStory = {
  name: 'Tệp rỗng, quá lớn, sai loại',
  args: { maxSize: 1024 },
  play: choosing(
    [
      new File([], 'rỗng.pdf', { type: 'application/pdf' }),
      new File(['x'.repeat(2048)], 'lớn.pdf', { type: 'application/pdf' }),
      new File(['x'], 'chương trình.exe', { type: 'application/x-msdownload' }),
    ],
    (texts) => texts.fileEmpty,
    (texts) => texts.fileTooBig('1 KB'),
    (texts) => texts.fileKind(`${texts.pictures}${texts.and}PDF, Word (.docx)`),
  ),
};
export const Full: FieldStory = {
  name: 'Đủ số tệp',
  args: { files: stored, maxFiles: 2 },
  play: expectValue(stored.map(({ id }) => id)),
};
export const TooMany: FieldStory = {
  name: 'Quá số tệp',
  args: { files: stored, maxFiles: 1 },
  play: expectError((texts) => texts.tooManyFiles(1)),
};
export const Missing: FieldStory = {
  name: 'Bắt buộc, bỏ trống',
  args: { required: true },
  play: expectRequired('attach'),
};
export const Disabled: FieldStory = {
  name: 'Không dùng',
  args: { files: stored, disabled: true },
  play: expectDisabled,
};
export const ReadOnly: FieldStory = { name: 'Chỉ đọc', args: { files: stored, readonly: true }, play: expectReadOnly };
export const Long: FieldStory = {
  name: 'Nhãn, gợi ý dài',
  args: { label: longTexts.label, hint: longTexts.hint, required: true },
  play: expectEmpty,
};
export const Anatomy: FieldStory = {
  ...anatomyOf(
    Photos,
    ['[part=label]', 'Nhãn: luôn nhìn thấy, nối với ô'],
    ['[part=hint]', 'Gợi ý: cách trả lời, đứng trên ô'],
    ['#limits', 'Giới hạn: mấy tệp, mỗi tệp bao nhiêu'],
    ['[part=button]', 'Nút chọn tệp; trên điện thoại là “Chụp ảnh” và “Chọn ảnh có sẵn”'],
    ['.drop-words', 'Thả tệp, chỉ trên máy có chuột'],
    ['.photo .tile', 'Ảnh vừa chọn'],
    ['.photo .state', 'Đã tải đến đâu'],
    ['.photo .remove', 'Xóa, tên gồm cả tên tệp'],
    ['.file:not(.photo)', 'Tệp khác: tên, dung lượng, việc làm được'],
  ),
  name: 'Cấu tạo',
};

import type { Meta } from '@storybook/web-components-vite';
import { combobox } from '@dvk/elements/locale/combobox/vi';
import '@dvk/elements/unit-field/define';
import { createClient } from '@dvk/sdk/client';
import { problem } from '@dvk/sdk/testing';
import { expect } from 'storybook/test';
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
  typing,
  type FieldStory,
} from '../support/field-page.ts';
import { unit } from '../support/persons.ts';
import { paste, chooseFromList, expectText, textsOf, write } from '../support/play.ts';
import { holdBack, Province } from '../support/province.ts';
import { apiUrl } from '../support/server.ts';

const province = new Province();
const label = 'Đơn vị';
const meta: Meta = {
  title: 'Ô nhập/Đơn vị',
  component: 'dvk-unit-field',
  parameters: { msw: province.handlers },
  beforeEach: () => province.reset(),
  render: fieldIn('dvk-unit-field'),
  args: {
    label,
    hint: 'Gõ để tìm trong danh sách.',
    client: createClient({ baseUrl: new URL(apiUrl, location.href).href, maxRetries: 0 }),
  },
};
export default meta;

export const Empty: FieldStory = { name: 'Chưa nhập', play: expectEmpty };
export const Filled: FieldStory = { name: 'Đã chọn', args: { value: unit.id }, play: expectValue(unit.id, unit.name) };
export const Found: FieldStory = { name: 'Gõ, danh sách mở', play: typing('khu dan', () => unit.name) };
export const Chosen: FieldStory = {
  name: 'Gõ rồi chọn',
  play: async (context) => {
    await chooseFromList(context.canvasElement, label, 'phuong mau', 'Ủy ban nhân dân phường Mẫu');
    await expectValue('01890000-0000-7000-8000-000000000002')(context);
  },
};
export const NotFound: FieldStory = { name: 'Không tìm thấy', play: typing('xyz', (texts) => texts.noMatch) };
export const NotChosen: FieldStory = {
  name: 'Gõ mà không chọn',
  play: async (context) => {
    await write(context.canvasElement, label, 'Tổ dân phố 5');
    await expectError((texts) => texts.fromList)(context);
  },
};
export const Other: FieldStory = {
  name: 'Đơn vị chưa có trong danh sách, vẫn nhận',
  args: { otherName: 'unitName', hint: 'Chưa có trong danh sách thì gõ tên đầy đủ.' },
  play: async ({ canvasElement }) => {
    const { form, field, box } = await fieldOf(canvasElement);
    await paste(box as HTMLInputElement, 'Tổ dân phố 5');
    await expectText(field.shadowRoot!, textsOf(field, combobox).noMatchFree);
    expect(new FormData(form).get('unitName')).toBe('Tổ dân phố 5');
  },
};
export const Searching: FieldStory = {
  name: 'Mạng chậm, đang tìm',
  beforeEach: () => province.failNext('units.list', holdBack().fault),
  play: typing('khu dan', (texts) => texts.searching),
};
export const Failed: FieldStory = {
  name: 'Không tìm được',
  beforeEach: () => province.failNext('units.list', () => problem('unavailable')),
  play: typing('khu dan', (texts) => texts.searchFailed),
};
export const Missing: FieldStory = {
  name: 'Bắt buộc, bỏ trống',
  args: { required: true },
  play: expectRequired('choose'),
};
export const Disabled: FieldStory = {
  name: 'Không dùng',
  args: { value: unit.id, disabled: true },
  play: expectDisabled,
};
export const ReadOnly: FieldStory = { name: 'Chỉ đọc', args: { value: unit.id, readonly: true }, play: expectReadOnly };
export const Long: FieldStory = {
  name: 'Nhãn, gợi ý dài',
  args: { label: longTexts.label, hint: longTexts.hint, value: unit.id, required: true },
  play: expectValue(unit.id),
};
export const Anatomy: FieldStory = {
  ...anatomyOf(
    Found,
    ['[part=label]', 'Nhãn: luôn nhìn thấy, nối với ô'],
    ['[part=hint]', 'Gợi ý: cách trả lời, đứng trên ô'],
    ['[part=control]', 'Ô tìm trong danh sách của hệ thống'],
    ['[part=list]', 'Kết quả'],
    ['[part=item]', 'Một đơn vị'],
  ),
  name: 'Cấu tạo',
};

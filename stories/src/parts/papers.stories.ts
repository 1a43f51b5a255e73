import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { css, html } from 'lit';
import { onwardIcon } from '@dvk/elements/icons/onward';
import { printIcon } from '@dvk/elements/icons/print';
import { secretIcon } from '@dvk/elements/icons/secret';
import { shareIcon } from '@dvk/elements/icons/share';
import { parts as texts } from '@dvk/elements/locale/parts/vi';
import { checkAnswers, checkAnswersStyles } from '@dvk/elements/parts/check-answers';
import { chip, chipStyles } from '@dvk/elements/parts/chip';
import { disclosure, disclosureStyles } from '@dvk/elements/parts/disclosure';
import { keyHints, keyHintStyles } from '@dvk/elements/parts/keys';
import { person, personStyles } from '@dvk/elements/parts/person';
import { qrCode } from '@dvk/elements/parts/qr';
import { codesBlock, receiptCard, receiptStyles } from '@dvk/elements/parts/receipt';
import { sectionHead, sectionStyles } from '@dvk/elements/parts/section';
import { publicCaseStatusLooks } from '@dvk/elements/status/cases';
import { caseStatusNames } from '@dvk/sdk/cases';
import { anatomyOf } from '../support/anatomy.ts';
import { partStory } from '../support/story-part.ts';

const meta: Meta = {
  title: 'Mảnh ghép/Phiếu và mục',
  parameters: { modules: ['receipt', 'qr', 'check-answers', 'section', 'person', 'disclosure', 'keys', 'pill'] },
};
export default meta;

export const Receipt: StoryObj = {
  name: 'Phiếu tiếp nhận',
  render: () =>
    partStory(
      receiptCard({
        office: 'Ủy ban nhân dân phường Tân Ninh',
        paper: 'Phiếu tiếp nhận phản ánh, kiến nghị',
        status: chip(publicCaseStatusLooks.received, caseStatusNames.received),
        codes: codesBlock({
          codes: [
            { name: 'Mã tra cứu', value: 'PA-261129-0005-Q' },
            { name: 'Mã bí mật', value: 'TNXE-4MC7-VQX2-6ATN', icon: secretIcon },
          ],
          copy: 'Sao chép cả hai mã',
          onCopy: () => {},
        }),
        qr: qrCode('https://tinh.example/tra-cuu#PA-261129-0005-Q.TNXE-4MC7-VQX2-6ATN', 'Mã QR để xem phản ánh này'),
        qrTitle: 'Xem trên máy khác',
        qrText: `${texts.scanMe} ${texts.holderSees}`,
        warning: html`<div class="notice">
          <p><b>Mã bí mật chỉ hiển thị một lần trên trang này.</b></p>
        </div>`,
        actions: html`<button class="button primary" type="button">Theo dõi phản ánh này ${onwardIcon}</button>
          <button class="button" type="button">${shareIcon}Chia sẻ</button>
          <button class="button" type="button">${printIcon}In phiếu</button>`,
      }),
      [chipStyles, receiptStyles],
    ),
};

export const CheckAnswers: StoryObj = {
  name: 'Kiểm tra lại trước khi gửi',
  render: () =>
    partStory(
      checkAnswers({
        answers: [
          { field: 'topic', name: 'Loại, lĩnh vực', value: 'Phản ánh, vệ sinh môi trường' },
          { field: 'title', name: 'Tiêu đề', value: html`<b>Rác để 5 ngày ở đầu ngõ chưa ai lấy</b>` },
          { field: 'place', name: 'Nơi xảy ra', value: 'Đầu ngõ 15\nphường Tân Ninh, tỉnh Tây Ninh' },
          { field: 'phone', name: 'Số điện thoại', value: '0912 345 678' },
        ],
        texts,
        onEdit: () => {},
      }),
      checkAnswersStyles,
    ),
};

export const Small: StoryObj = {
  name: 'Đầu mục, người, phần gấp lại, phím tắt',
  render: () =>
    partStory(
      html`${sectionHead({
        title: 'Tiếp nhận, xử lý phản ánh, kiến nghị',
        note: 'Bộ phận thường trực · cập nhật lúc 08:15, thứ Hai, 30/11/2026',
        actions: html`<button class="button" type="button">${printIcon}In</button>`,
      })}
      ${person({ name: 'Nguyễn Văn A', note: 'Trưởng ban công tác Mặt trận' })}
      ${person({ name: 'Tổ dân phố 3', note: 'phường Tân Ninh', isCollective: true })}
      ${disclosure('Hạn này tính thế nào?', 'Thời hạn: 10 ngày làm việc, theo thời hạn minh họa (chưa phải văn bản ban hành).')}
      ${keyHints([
        { keys: ['J', 'K'], name: 'chuyển dòng' },
        { keys: ['Enter'], name: 'mở' },
        { keys: ['/'], name: 'tìm' },
      ])}`,
      [
        sectionStyles,
        personStyles,
        disclosureStyles,
        keyHintStyles,
        css`
          .base > * + * {
            margin-block-start: 1em;
          }
        `,
      ],
    ),
};

export const Anatomy: StoryObj = {
  ...anatomyOf(
    Receipt,
    ['.receipt-head', 'Cơ quan nhận, tên phiếu, trạng thái'],
    ['.codes dl', 'Hai mã trong một khối, chữ đều nét'],
    ['.codes .button', 'Một nút sao chép cả hai'],
    ['.receipt-main .notice', 'Lời nhắc giữ mã'],
    ['.receipt-qr', 'Mã QR và câu nói quét thì thấy gì; trên điện thoại ở cuối phiếu'],
    ['.receipt-actions .primary', 'Nút chính: theo dõi, mã đi theo'],
  ),
  name: 'Cấu tạo',
};

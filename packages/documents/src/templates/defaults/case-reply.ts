import type { Case } from '@dvk/sdk/cases';
import { caseKindNames, solutions } from '@dvk/sdk/cases';
import { dateInVietnam, formatDate } from '@dvk/sdk/text';
import { defineTemplate, type PaperData } from '../define.ts';
import { dateTag, issuerTags, letterNumber, numberTag, prose, proseValues, sampleOffice } from '../office.ts';

/** What a letter of reply is made from. */
export interface CaseReplyData extends PaperData {
  case: Pick<Case, 'code' | 'kind' | 'title' | 'receivedAt' | 'answer'>;
  /** Whom it goes to; where nobody knows the sender, they are addressed by the code. */
  sender?: string | undefined;
  /** Number of the letter, where it is given already. */
  number?: string | undefined;
}

const solved: Readonly<Record<(typeof solutions)[number], string>> = {
  full: 'Nội dung phản ánh, kiến nghị đã được giải quyết xong.',
  part: 'Nội dung phản ánh, kiến nghị đã được giải quyết một phần; phần còn lại được tiếp tục thực hiện như đã nêu ở trên.',
};

/** The letter that answers a report or proposal. */
export const caseReply = defineTemplate<CaseReplyData>({
  id: 'case-reply',
  title: { vi: 'Công văn trả lời phản ánh, kiến nghị', en: 'Letter of reply to a report or proposal' },
  layout: (profile) => ({
    profile,
    issuers: issuerTags,
    number: numberTag,
    subject: 'trả lời {loại hồ sơ} của công dân',
    place: '',
    date: dateTag,
    addressees: ['{người nhận}'],
    blocks: [
      {
        kind: 'paragraph',
        text: '{tên cơ quan} nhận được {loại hồ sơ} của Ông (Bà), mã hồ sơ {mã hồ sơ}, ngày {ngày tiếp nhận}, về việc: {tiêu đề}.',
      },
      {
        kind: 'paragraph',
        text: 'Sau khi xem xét, {đơn vị giải quyết} đã giải quyết và {tên cơ quan} trả lời như sau:',
        keepNext: true,
      },
      ...prose('nội dung trả lời'),
      { kind: 'tag', text: '{#có mức giải quyết}' },
      { kind: 'paragraph', text: '{mức giải quyết}' },
      { kind: 'tag', text: '{/có mức giải quyết}' },
      {
        kind: 'paragraph',
        text: 'Nếu chưa đồng ý với nội dung trả lời, Ông (Bà) có thể gửi lại ý kiến tại mục Tra cứu trên cổng thông tin điện tử, theo mã hồ sơ nêu trên',
      },
    ],
    endMark: true,
    recipients: ['Như trên', '{đơn vị giải quyết}'],
    signatures: [{ onBehalf: '{quyền hạn ký}', position: '{chức vụ người ký}', name: '{người ký}' }],
  }),
  values: ({ office, number, sender, case: { code, kind, title, receivedAt, answer } }, profile) => ({
    'số và ký hiệu': letterNumber(office, number, profile),
    'người nhận': sender ? `Ông (Bà) ${sender}` : `Người gửi hồ sơ ${code}`,
    'loại hồ sơ': caseKindNames[kind].toLocaleLowerCase('vi'),
    'mã hồ sơ': code,
    'ngày tiếp nhận': formatDate(dateInVietnam(receivedAt)),
    'tiêu đề': title.replace(/[.\s]+$/, ''),
    'đơn vị giải quyết': answer?.unitName ?? office.name,
    'nội dung trả lời': proseValues(answer?.text ?? ''),
    'có mức giải quyết': Boolean(answer?.solution),
    'mức giải quyết': answer?.solution ? solved[answer.solution] : '',
    'quyền hạn ký': office.signer?.capacity ?? '',
    'chức vụ người ký': (office.signer?.position ?? 'Thủ trưởng cơ quan').toLocaleUpperCase('vi'),
    'người ký': office.signer?.name ?? '',
  }),
  sample: () => ({
    office: sampleOffice,
    date: '2026-11-30',
    sender: 'Nguyễn Văn A',
    case: {
      code: 'PA-261123-0042-K',
      kind: 'report',
      title: 'Rác để 5 ngày ở đầu ngõ chưa ai lấy',
      receivedAt: '2026-11-23T02:10:00Z',
      answer: {
        text: 'Ngày 25/11/2026, đơn vị vệ sinh môi trường đã thu gom toàn bộ rác tồn tại đầu ngõ 12.\nTừ ngày 01/12/2026, rác tại đây được thu gom vào 18 giờ các ngày thứ Hai, thứ Tư và thứ Sáu.',
        at: '2026-11-29T03:00:00Z',
        unitName: 'Phòng Kinh tế, Hạ tầng và Đô thị',
        solution: 'full',
        attachments: [],
      },
    },
  }),
});

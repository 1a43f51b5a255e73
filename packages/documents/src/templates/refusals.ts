import type { Bilingual } from '@dvk/sdk/errors';
import type { OfficeRefusal } from '../check/unfit-office-file.ts';

/** Why a file is no template, in words. */
export const refusals: Readonly<Record<OfficeRefusal, Bilingual>> = {
  kind: {
    vi: 'Tệp mẫu phải là tệp Word (.docx); hãy mở bằng Word rồi lưu thành .docx.',
    en: 'A template is a Word file (.docx); open it in Word and save it as .docx.',
  },
  damaged: { vi: 'Tệp mẫu bị hỏng; hãy lưu lại bằng Word.', en: 'The template is damaged; save it again in Word.' },
  macros: {
    vi: 'Tệp mẫu có macro hoặc ô điều khiển ActiveX; hãy xóa chúng và lưu thành .docx thường.',
    en: 'The template has macros or ActiveX controls; remove them and save it as a plain .docx.',
  },
  remote: {
    vi: 'Tệp mẫu tự lấy nội dung từ nơi khác khi được mở; hãy ngắt các liên kết (Tệp › Thông tin › Chỉnh sửa liên kết tới tệp).',
    en: 'The template fetches content from elsewhere when it is opened; break its links (File › Info › Edit links to files).',
  },
  embedded: {
    vi: 'Tệp mẫu có nhúng tệp hoặc chương trình khác; hãy xóa các đối tượng đó.',
    en: 'The template holds another file or program; remove it.',
  },
  commands: {
    vi: 'Tệp mẫu có trường lấy dữ liệu từ chương trình khác; hãy đổi thành văn bản thường.',
    en: 'The template has fields that ask other programs for data; turn them into plain text.',
  },
  locked: { vi: 'Tệp mẫu có đặt mật khẩu; hãy bỏ mật khẩu.', en: 'The template has a password; remove it.' },
  'too-big-inside': {
    vi: 'Nội dung nén bên trong tệp mẫu quá lớn.',
    en: 'The compressed content of the template is too large.',
  },
};

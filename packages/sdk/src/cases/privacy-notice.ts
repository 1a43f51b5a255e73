import type { Bilingual } from '../errors/input-error.ts';

/** What a sender agrees to. A new text takes a new version, which each submission carries as `consentVersion`. */
export interface PrivacyNotice {
  version: string;
  /** What the box to tick says. */
  consent: Bilingual;
  /** What the sender may ask for, and under which law. */
  rights: Bilingual;
  /** Who reads what. */
  readers: readonly Bilingual[];
}

/** The notice of the form for reports and proposals; personal data is handled under the law no. 91/2025/QH15. */
export const casePrivacyNotice: PrivacyNotice = {
  version: '2',
  consent: {
    vi: 'Tôi đồng ý để cơ quan tiếp nhận dùng các thông tin trên để xử lý và trả lời việc này.',
    en: 'I agree that the receiving office uses the above to handle and answer this matter.',
  },
  rights: {
    vi: 'Không dùng vào việc khác. Quý vị có quyền xem, sửa, đề nghị xóa thông tin hoặc rút lại đồng ý (Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15).',
    en: 'It is used for nothing else. You may see and correct your data, ask for its deletion, or withdraw your consent (Law on the Protection of Personal Data, no. 91/2025/QH15).',
  },
  readers: [
    {
      vi: 'Nội dung, ảnh, địa điểm: cán bộ xử lý.',
      en: 'Text, photos and place: the officers who handle it.',
    },
    {
      vi: 'Vị trí của máy, nếu quý vị bấm dùng: cán bộ xử lý; chỉ lưu gần đúng, khoảng 10 mét.',
      en: 'The position of your device, if you chose to use it: the officers who handle it; stored to about ten metres.',
    },
    {
      vi: 'Họ tên, số điện thoại, email: chỉ bộ phận tiếp nhận.',
      en: 'Name, telephone, email: the receiving office alone.',
    },
  ],
};

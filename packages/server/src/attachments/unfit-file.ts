import type { Bilingual } from '@dvk/sdk/errors';

const sentences = {
  empty: { vi: 'Tệp rỗng', en: 'The file is empty' },
  kind: {
    vi: 'Chỉ nhận ảnh JPEG, PNG, WebP và tệp PDF, DOCX, XLSX (xét theo nội dung, không theo tên tệp)',
    en: 'Only JPEG, PNG and WebP images and PDF, DOCX and XLSX files are taken (by content, not by name)',
  },
  damaged: {
    vi: 'Tệp bị hỏng hoặc chưa được lưu trọn vẹn; vui lòng lưu lại rồi gửi lại',
    en: 'The file is damaged or incomplete; please save it again and retry',
  },
  macros: {
    vi: 'Tệp có chứa macro; vui lòng lưu thành DOCX hoặc XLSX thường rồi gửi lại',
    en: 'The file contains macros; please save it as a plain DOCX or XLSX and retry',
  },
  locked: {
    vi: 'Tệp có đặt mật khẩu; vui lòng bỏ mật khẩu rồi gửi lại',
    en: 'The file is protected by a password; please remove it and retry',
  },
  'too-many-pixels': {
    vi: 'Ảnh có kích thước quá lớn (tối đa 52 triệu điểm ảnh)',
    en: 'The image has too many pixels (52 million at most)',
  },
  'too-big-inside': {
    vi: 'Nội dung nén bên trong tệp quá lớn',
    en: 'The compressed content of the file is too large',
  },
} as const satisfies Record<string, Bilingual>;

export type UnfitReason = keyof typeof sentences;

/** A file that is not taken, with the sentence for its sender. */
export class UnfitFile extends Error {
  override readonly name = 'UnfitFile';
  readonly reason: UnfitReason;
  readonly text: Bilingual;

  constructor(reason: UnfitReason) {
    super(sentences[reason].en);
    this.reason = reason;
    this.text = sentences[reason];
  }
}

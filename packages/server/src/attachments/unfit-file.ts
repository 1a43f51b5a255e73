import type { Bilingual } from '@dvk/sdk/errors';

const sentences = {
  empty: { vi: 'Tệp rỗng', en: 'The file is empty' },
  kind: {
    vi: 'Chỉ nhận ảnh JPG, PNG, WebP, HEIC và PDF, Word (.docx), Excel (.xlsx), xét theo nội dung, không theo tên tệp; tệp .doc, .xls, .xlsb, .odt, .ods, .rtf hoặc tệp mẫu: vui lòng lưu thành .docx, .xlsx hoặc PDF rồi gửi lại',
    en: 'Only JPG, PNG, WebP and HEIC pictures and PDF, Word (.docx) and Excel (.xlsx) files are taken, by content, not by name; please save .doc, .xls, .xlsb, .odt, .ods, .rtf and templates as .docx, .xlsx or PDF and retry',
  },
  damaged: {
    vi: 'Tệp bị hỏng hoặc chưa được lưu trọn vẹn; vui lòng lưu lại rồi gửi lại',
    en: 'The file is damaged or incomplete; please save it again and retry',
  },
  macros: {
    vi: 'Tệp có chứa macro, nút hoặc ô điều khiển ActiveX; vui lòng xóa chúng và lưu thành .docx, .xlsx thường, hoặc lưu thành PDF, rồi gửi lại',
    en: 'The file contains macros or ActiveX controls; please remove them and save it as a plain .docx or .xlsx, or save it as a PDF, and retry',
  },
  remote: {
    vi: 'Tệp tự lấy nội dung từ nơi khác khi được mở (mẫu, ảnh hoặc bảng được liên kết); vui lòng ngắt các liên kết (Tệp › Thông tin › Chỉnh sửa liên kết tới tệp) hoặc lưu thành PDF rồi gửi lại',
    en: 'The file fetches content from elsewhere when it is opened (a linked template, picture or workbook); please break its links (File › Info › Edit links to files) or save it as a PDF, and retry',
  },
  embedded: {
    vi: 'Tệp có nhúng tệp hoặc chương trình khác (đối tượng OLE, phần bổ trợ); vui lòng thay bằng hình ảnh, văn bản hoặc lưu thành PDF rồi gửi lại',
    en: 'The file holds another file or program (an OLE object, an add-in); please replace it by a picture or text, or save the file as a PDF, and retry',
  },
  commands: {
    vi: 'Tệp có trường hoặc kết nối lấy dữ liệu từ chương trình khác (DDE, LINK, cơ sở dữ liệu); vui lòng đổi thành văn bản thường hoặc lưu thành PDF rồi gửi lại',
    en: 'The file has fields or connections that ask other programs for data (DDE, LINK, databases); please turn them into plain text, or save the file as a PDF, and retry',
  },
  locked: {
    vi: 'Tệp có đặt mật khẩu; vui lòng bỏ mật khẩu rồi gửi lại',
    en: 'The file is protected by a password; please remove it and retry',
  },
  'phone-photo': {
    vi: 'Không chuyển được ảnh HEIC, HEIF hoặc AVIF này sang JPG; vui lòng gửi ảnh JPG (trên iPhone: Cài đặt › Camera › Định dạng › Tương thích nhất)',
    en: 'This HEIC, HEIF or AVIF photo cannot be converted; please send a JPG (on an iPhone: Settings › Camera › Formats › Most Compatible)',
  },
  'too-many-pixels': {
    vi: 'Ảnh có kích thước quá lớn (tối đa 52 triệu điểm ảnh, mỗi cạnh 65.535); vui lòng thu nhỏ rồi gửi lại',
    en: 'The image has too many pixels (52 million at most, 65,535 on a side); please make it smaller and retry',
  },
  'too-many-pixels-held': {
    vi: 'Ảnh WebP, HEIC, AVIF, ảnh PNG xen kẽ hoặc PNG 16 bit có kích thước quá lớn (tối đa 26 triệu điểm ảnh); vui lòng lưu thành JPG rồi gửi lại',
    en: 'The WebP, HEIC, AVIF, interlaced PNG or 16-bit PNG image has too many pixels (26 million at most); please save it as a JPG and retry',
  },
  'too-big-inside': {
    vi: 'Nội dung nén bên trong tệp quá lớn; vui lòng chia thành nhiều tệp hoặc lưu thành PDF rồi gửi lại',
    en: 'The compressed content of the file is too large; please split it, or save it as a PDF, and retry',
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

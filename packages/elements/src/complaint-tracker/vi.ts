/** Texts of the case tracker before a case is found. */
export const complaintTracker = {
  title: 'Tra cứu phản ánh, kiến nghị',
  intro: 'Không cần đăng nhập.',
  own: 'Phản ánh của tôi',
  sentOn: (code: string, moment: string) => `${code} · gửi lúc ${moment}`,
  moreOwn: 'Xem thêm',
  ownFailed: 'Chưa tải được danh sách này.',
  remembered: 'Đã nhớ trên máy này',
  forgetAll: 'Quên tất cả trên máy này',
  forgotten: 'Đã quên tất cả trên máy này.',
  codes: 'Nhập hai mã trên phiếu',
  scan: 'Quét mã QR trên phiếu',
  code: 'Mã tra cứu',
  codeHint: 'Ví dụ PA-261123-0042-K. Viết hoa hay thường đều được.',
  secret: 'Mã bí mật',
  secretHint: 'Chỉ người gửi có mã này.',
  secretLength: (given: number) => `Mã bí mật có 16 chữ và số. Quý vị mới nhập ${given}.`,
  secretTooLong: (given: number) => `Mã bí mật có 16 chữ và số. Quý vị đã nhập ${given}.`,
  submit: 'Xem kết quả',
  busy: 'Đang tra cứu…',
  lost: 'Mất mã bí mật thì làm gì?',
  lostText:
    'Không ai xem lại được mã bí mật, kể cả cơ quan tiếp nhận. Quý vị tìm trên phiếu đã in, ảnh đã lưu hoặc máy đã chọn nhớ. Nếu không còn, quý vị gửi lại nội dung và ghi mã tra cứu cũ.',
  notFound:
    'Không tìm thấy phản ánh, kiến nghị có mã tra cứu và mã bí mật này. Kiểm tra lại cả hai mã trên phiếu tiếp nhận.',
};

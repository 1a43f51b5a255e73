/** Texts of the scanning of a QR code. */
export const scan = {
  title: 'Quét mã QR trên phiếu',
  hint: 'Đưa mã QR vào giữa khung hình.',
  opening: 'Đang mở máy ảnh…',
  refused: 'Chưa dùng được máy ảnh. Cho phép trang này dùng máy ảnh rồi thử lại, hoặc nhập hai mã trên phiếu.',
  other: 'Mã QR này không phải của phiếu tiếp nhận.',
  enterCodes: 'Nhập hai mã',
};

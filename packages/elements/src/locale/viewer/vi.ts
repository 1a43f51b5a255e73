/** Words of the viewer of pictures. */
export const viewer = {
  position: (at: number, count: number) => `${at} trong ${count}`,
  zoomIn: 'Phóng to',
  zoomOut: 'Thu nhỏ',
  rotate: 'Xoay phải',
  previous: 'Ảnh trước',
  next: 'Ảnh sau',
  download: 'Tải về',
  close: 'Đóng',
  loading: 'Đang tải ảnh…',
  failed: 'Chưa tải được ảnh này. Kiểm tra mạng rồi thử lại.',
  retry: 'Thử lại',
};

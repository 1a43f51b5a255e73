/** Words of printed sheets, as official documents write them: Nghị định 30/2020/NĐ-CP; Hướng dẫn 05-HD/VPTW (2026) for the Party. */
export const paper = {
  state: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  party: 'ĐẢNG CỘNG SẢN VIỆT NAM',
  number: { state: (number: string) => `Số: ${number}`, party: (number: string) => `Số ${number}` },
  dated: (place: string, day: string) =>
    place ? `${place}, ${day}` : day.charAt(0).toLocaleUpperCase('vi') + day.slice(1),
  signature: '(Ký, ghi rõ họ tên)',
  /** Who signs a printed list. */
  listSigners: ['Người lập danh sách', 'Lãnh đạo đơn vị'],
  printed: (when: string) => `In từ hệ thống lúc ${when}.`,
};

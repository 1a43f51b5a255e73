/** Words of the drawings: those that stand in them, and the sentences that say what they show. */
export const drawings = {
  table: 'Xem bảng số liệu',
  name: 'Tên',
  total: 'Tổng',
  noData: 'Chưa có số liệu',
  target: 'Mục tiêu',
  none: 'Không có số liệu để vẽ.',
  paired: (count: number, first: string, second: string, lower: number) =>
    `So sánh ${first.toLowerCase()} và ${second.toLowerCase()} của ${count} mục; ${lower} mục có ${second.toLowerCase()} thấp hơn.`,
  stacked: (count: number, highest: string, share: string, part: string) =>
    `${count} mục, mỗi mục chia theo thành phần; ${part.toLowerCase()} cao nhất ở ${highest}: ${share}.`,
  funnel: (from: string, first: string, to: string, last: string) => `Từ ${from} ${first} còn ${to} ${last}.`,
  line: (count: number, from: string, to: string, last: string, above: number) =>
    `${count} kỳ, từ ${from} đến ${to}; kỳ cuối ${last}${above > 0 ? `; ${above} kỳ vượt ngưỡng` : ''}.`,
  grid: (rows: number, columns: number, highest: string, value: string) =>
    `Bảng ${rows} hàng, ${columns} cột; cao nhất ${value} ở ${highest}.`,
  map: (count: number, flagged: number) => `${count} nơi, ${flagged} nơi cần chú ý.`,
  missing: (count: number) => `${count} nơi chưa đủ số liệu`,
  others: (count: number, word: string) => `và ${count} nơi ${word}`,
};

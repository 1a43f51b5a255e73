import type { Random } from './random.ts';

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô', 'Dương'];
const middles = ['Văn', 'Thị'];
const letters = 'ABCDEGHIKLMNOPQRSTUVXY';

/** A name that is plainly a sample: “Nguyễn Văn A”. */
export function sampleName(random: Random): string {
  return `${random.pick(families)} ${random.pick(middles)} ${random.pick([...letters])}`;
}

import type { Dice } from './dice.ts';

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô', 'Dương'];
const middles = ['Văn', 'Thị'];
const letters = 'ABCDEGHIKLMNOPQRSTUVXY';

/** A name that is plainly a sample: “Nguyễn Văn A”. */
export function sampleName(dice: Dice): string {
  return `${dice.pick(families)} ${dice.pick(middles)} ${dice.pick([...letters])}`;
}

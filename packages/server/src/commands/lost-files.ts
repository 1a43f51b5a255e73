import type { Manifest } from '../backup/format.ts';

/** The files that a backup has not, or not as they were uploaded, each in a line. */
export function lostFiles(lost: Manifest['lost'], vietnamese: boolean): string[] {
  const changed = vietnamese ? 'nội dung đã khác với lúc tải lên' : 'its content is not what was uploaded';
  const absent = vietnamese ? 'không có trong kho khi sao lưu' : 'was not in the storage that was backed up';
  return lost.map(({ name, why }) => `${name}: ${why ? changed : absent}`);
}

import type { ImportMode, ImportStatus } from './schema.ts';

/** What an import can be, in English. */
export const importStatusNamesEn: Readonly<Record<ImportStatus, string>> = {
  checked: 'Checked, not carried out',
  running: 'Being carried out',
  done: 'Carried out',
  refused: 'Not carried out: some rows are wrong',
  undone: 'Taken back',
};

/** What becomes of the good rows beside bad ones, in English. */
export const importModeNamesEn: Readonly<Record<ImportMode, string>> = {
  'all-or-nothing': 'Only if every row is right',
  'good-rows': 'The rows that are right, without the others',
};

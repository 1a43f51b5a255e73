import type { Bilingual } from '@dvk/sdk/errors';
import type { Paper } from '../papers/paper.ts';
import type { PaperProfile } from '../profiles/profile.ts';

/** What a tag of a template stands for: text, a choice, or a list whose lines have values of their own. */
export type Value = string | boolean | readonly Values[];

/** Values by the names that tags have in Word, lower case: `{ 'tên mô hình': 'Góp vốn xoay vòng' }`. */
export interface Values {
  readonly [name: string]: Value;
}

/**
 * A kind of paper: how it looks unless an office has a template of its own, and what its tags stand for. `Data` is what the program knows;
 * the names of the tags are Vietnamese, because clerks write them in Word.
 */
export interface PaperTemplate<Data = never> {
  /** E.g. `case-reply`; also the name of the file in the folder of templates. */
  id: string;
  title: Bilingual;
  /** The paper with tags in it: `{tên mô hình}`, `{#tiêu chí}` … `{/tiêu chí}`. */
  layout: (profile: PaperProfile) => Paper;
  values: (data: Data, profile: PaperProfile) => Values;
  /** Which tags there are is read off the values of this sample, so that they are written nowhere twice. */
  sample: () => Data;
}

/** The one form of a tag's name: small letters, single spaces, NFC, so that Word may write the first letter large. */
export const tagName = (written: string): string =>
  written.normalize('NFC').trim().replaceAll(/\s+/gu, ' ').toLocaleLowerCase('vi');

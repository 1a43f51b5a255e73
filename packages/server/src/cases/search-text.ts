import { searchKey } from '@dvk/sdk/text';
import type { CaseRow } from './table.ts';

/** What a search in the list of cases looks through. */
export function caseSearchText({ code, title, content }: Pick<CaseRow, 'code' | 'title' | 'content'>): string {
  return searchKey(`${code} ${title} ${content}`);
}

import type { Queries } from '../database/index.ts';
import { HttpProblem } from '../problems/problem.ts';
import { findRow } from '../records/rows.ts';
import { importContents, type ImportContent } from './table.ts';

/**
 * The rows of an import.
 *
 * @throws HttpProblem `transition-not-allowed` once they were kept long enough and erased
 */
export async function contentOf(db: Queries, tenant: string, id: string): Promise<ImportContent> {
  const content = await findRow(db, importContents, { tenant, id });
  if (content) return content;
  throw new HttpProblem('transition-not-allowed', {
    detail: {
      vi: 'Nội dung bảng đã được xóa vì hết thời hạn lưu. Hãy gửi lại tệp.',
      en: 'The rows of this table were kept long enough and erased. Please send the file again.',
    },
  });
}

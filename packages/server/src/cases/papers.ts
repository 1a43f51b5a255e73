import { caseReceipt, caseReply } from '@dvk/documents/templates';
import type { Case, PublicCase } from '@dvk/sdk/cases';
import { dateInVietnam } from '@dvk/sdk/text';
import type { Context } from '../http/route.ts';
import { paperFile, placeText } from '../papers/paper.ts';
import { HttpProblem } from '../problems/problem.ts';

/** The letter of reply; it names the sender only to whom the case names them. */
export function replyLetter(record: Case, context: Context): Promise<File> {
  if (!record.answer)
    throw new HttpProblem('not-found', {
      detail: {
        vi: 'Hồ sơ chưa có nội dung trả lời nên chưa có công văn trả lời.',
        en: 'The case has no answer yet, so there is no letter of reply.',
      },
    });
  return paperFile(
    caseReply,
    () => ({ case: record, sender: record.sender?.name ?? undefined }),
    `tra-loi-${record.code}`,
    context,
  );
}

/** The receipt, as whoever opened the case by its code may have it; with its secret only if they gave it. */
export async function receiptPaper(record: PublicCase, secret: string | undefined, context: Context): Promise<File> {
  const place = await placeText(record.place, dateInVietnam(record.receivedAt));
  const { now } = context;
  return paperFile(
    caseReceipt,
    () => ({ case: record, secret, place, printedAt: now }),
    `phieu-tiep-nhan-${record.code}`,
    context,
  );
}

import type { Endpoint } from '@dvk/sdk/contract';
import type { Bilingual } from '@dvk/sdk/errors';
import type { Identity } from '../auth/index.ts';
import { HttpProblem } from '../problems/problem.ts';

const asksAgain: Bilingual = {
  vi: 'Việc này quan trọng nên cần quý vị đăng nhập lại để xác nhận. Nội dung đã nhập vẫn được giữ.',
  en: 'This weighs much, so please sign in again to confirm that it is you. What was entered is kept.',
};

/**
 * Lets somebody who signed in long ago do nothing that weighs much: a screen may have been left, a cookie stolen.
 *
 * @param recent how long ago is not long, in minutes
 * @throws HttpProblem `sign-in-again`, with the challenge of RFC 9470
 */
export function requireRecentSignIn(
  { recentSignIn }: Endpoint,
  { provenAt }: Pick<Identity, 'provenAt'>,
  { now, recent }: { now: string; recent: number },
): void {
  if (!recentSignIn || provenAt === undefined) return;
  if (provenAt !== null && Date.parse(now) - Date.parse(provenAt) <= recent * 60_000) return;
  throw new HttpProblem('sign-in-again', {
    headers: { 'www-authenticate': `Bearer error="insufficient_user_authentication", max_age="${recent * 60}"` },
    detail: asksAgain,
    reason: provenAt === null ? 'nothing says when they proved who they are' : `they signed in at ${provenAt}`,
  });
}

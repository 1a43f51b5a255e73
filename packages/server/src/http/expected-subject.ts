import type { Bilingual } from '@dvk/sdk/errors';
import type { Session } from '@dvk/sdk/session';
import { HttpProblem, signInNeeded } from '../problems/problem.ts';
import type { Keyring } from '../secrets/keyring.ts';

const header = 'dvk-expected-subject';

const nothingDone: Bilingual = {
  vi: 'Trình duyệt này vừa đăng nhập bằng tài khoản khác với khi mở trang, nên chưa ghi nhận gì. Nội dung đã nhập vẫn được giữ. Đăng nhập lại bằng tài khoản trước rồi gửi lại, hoặc tải lại trang để tiếp tục bằng tài khoản đang đăng nhập.',
  en: 'Another account has signed in in this browser since the page was opened, so nothing was recorded. What was entered is kept. Sign in with the former account and send it again, or reload the page to go on with the account that is signed in now.',
};

/** Stands for who is asking, or for a visitor, in a header that may be logged on its way: it names nobody. */
export function subjectTag(keyring: Keyring, { tenant, subject }: Session): string {
  // No subject is empty.
  return keyring
    .mac('subject-tag', tenant, subject ?? '')
    .toString('base64url')
    .slice(0, 22);
}

/**
 * Whether a request says whom it is made for. No page of another origin can: what stands for a person is secret to the pages
 * that may ask who is signed in, and browsers ask before they send such a header elsewhere.
 */
export function hasExpectedSubject({ headers }: Request): boolean {
  return headers.has(header);
}

/**
 * Refuses a change that a page makes for another person than the one who is signed in: the tabs of a browser share their
 * cookies, and what was written in one must not be sent in the name of who has signed in in another.
 *
 * @throws HttpProblem `unauthenticated` where nobody is signed in any more, `subject-mismatch` where somebody else is
 */
export function checkExpectedSubject({ method, headers }: Request, session: Session, keyring: Keyring): void {
  const expected = headers.get(header);
  if (method === 'GET' || expected === null || expected === subjectTag(keyring, session)) return;
  throw session.subject === null
    ? signInNeeded('the change was to be made for somebody who has signed out')
    : new HttpProblem('subject-mismatch', { detail: nothingDone });
}

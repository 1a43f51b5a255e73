import { isClientError, isProblem, type ProblemError } from '@dvk/sdk/client';
import type { ProblemCode } from '@dvk/sdk/contract';
import { PartError } from './load-part.ts';
import type { common } from '../locale/common/vi.ts';

/** What a failed call means to a person, and what they can do about it. */
export interface ErrorAdvice {
  text: string;
  /** The server's id of the request, to quote when asking for help; only for failures on its side. */
  requestId?: string | undefined;
  action: 'retry' | 'sign-in' | 'sign-in-again' | 'renew' | 'none';
}

/** Whether the machine was offline when a call failed, so that its words stay as they are when the network returns. */
const wasOffline = new WeakMap<object, boolean>();

function failedOffline(error: object): boolean {
  const before = wasOffline.get(error);
  if (before !== undefined) return before;
  wasOffline.set(error, !navigator.onLine);
  return !navigator.onLine;
}

/**
 * Whether something in between has refused a request: a firewall, the sign-in page of a network. What its status means for a
 * record or an account is then unknown; that one must sign in, wait, or try again later, it may say.
 */
const isForeign = (error: ProblemError): boolean =>
  error.isForeign && error.status < 500 && error.status !== 401 && error.status !== 429;

/** Whether the API itself – not something in between – has refused a request for that reason. */
export const isRefusal = (error: unknown, code: ProblemCode): boolean => isProblem(error, code) && !isForeign(error);

/** Puts a failed call into words. What is not a client error is a bug: the person gets the general sentence. */
export function describeError(error: unknown, texts: typeof common): ErrorAdvice {
  if (error instanceof PartError)
    return { text: failedOffline(error) ? texts.offline : texts.partFailed, action: 'retry' };
  if (isClientError(error)) {
    if (error.code === 'network')
      return { text: failedOffline(error) ? texts.offline : texts.network, action: 'retry' };
    if (error.code === 'timeout') return { text: texts.timeout, action: 'retry' };
    if (error.code === 'decode') return { text: texts.foreign, action: 'retry' };
  }
  if (isProblem(error)) {
    if (isForeign(error)) return { text: error.status === 413 ? texts.tooLarge : texts.foreign, action: 'retry' };
    switch (error.code) {
      case 'unauthenticated':
        return { text: texts.unauthenticated, action: 'sign-in' };
      case 'forbidden':
        return { text: texts.forbidden, action: 'none' };
      case 'not-found':
        return { text: texts.notFound, action: 'none' };
      case 'precondition-failed':
        return { text: texts.changed, action: 'none' };
      case 'rate-limited':
        return { text: texts.tooMany(error.retryAfter), action: 'retry' };
      default:
        if (error.status < 500)
          return {
            text: error.detail ?? error.title,
            action:
              error.code === 'subject-mismatch' ? 'renew' : error.code === 'sign-in-again' ? 'sign-in-again' : 'none',
          };
    }
  }
  return { text: texts.failed, action: 'retry', requestId: isClientError(error) ? error.requestId : undefined };
}

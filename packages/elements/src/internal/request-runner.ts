import type { ReactiveControllerHost } from 'lit';
import { isProblem } from '@dvk/sdk/client';
import { DvkErrorEvent } from '../events/index.ts';
import type { ErrorSummary } from './error-summary.ts';
import type { Fields } from './form-control.ts';

export interface RequestOptions {
  /** The fields at which the errors of a refused request are shown. */
  form?: Fields;
  /** Does it again as if the person had; without it, the same work runs again. */
  retry?: () => void;
  /** Deals with a failure in another way than to show it; false if it does not. */
  handle?: (error: unknown) => boolean;
}

/**
 * Runs the requests that a person asks a widget for, one at a time. It knows whether one is under way and what the last one
 * failed with; what is wrong with single fields goes into the summary of errors. Each failure is sent as `dvk-error`.
 */
export class RequestRunner {
  busy = false;
  /** What the last request failed with, as far as it is not shown elsewhere; `undefined` if it did not. */
  failure: unknown;
  /** Does again what has failed. */
  retry?: () => void;
  readonly #host: ReactiveControllerHost & EventTarget;
  readonly #summary: ErrorSummary;

  constructor(host: ReactiveControllerHost & EventTarget, summary: ErrorSummary) {
    this.#host = host;
    this.#summary = summary;
  }

  /** Runs a request, unless one is under way. Resolves to whether it has succeeded. */
  async run(work: () => Promise<void>, options: RequestOptions = {}): Promise<boolean> {
    if (this.busy) return false;
    const { form, handle } = options;
    this.busy = true;
    this.retry = options.retry ?? (() => void this.run(work, options));
    this.forget();
    try {
      await work();
      return true;
    } catch (error) {
      if (!handle?.(error)) {
        if (form && isProblem(error, 'validation-failed')) this.#summary.showServerErrors(form, error.errors);
        else this.failure = error;
      }
      this.#host.dispatchEvent(new DvkErrorEvent(error));
      return false;
    } finally {
      this.busy = false;
      this.#host.requestUpdate();
    }
  }

  /** The failure is over, or no longer of interest. */
  forget(): void {
    this.failure = undefined;
    this.#host.requestUpdate();
  }
}

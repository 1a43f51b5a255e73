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
  /** It changes nothing on the server: a newer request takes its place, and nothing comes of it then. */
  isRead?: boolean;
}

/** A request under way. */
interface Running {
  isRead: boolean;
  abort: AbortController;
}

/**
 * Runs the requests that a person asks a widget for, one at a time. It knows whether one is under way and what the last one
 * failed with; what is wrong with single fields goes into the summary of errors. Each failure is sent as `dvk-error`.
 */
export class RequestRunner {
  get busy(): boolean {
    return this.#running !== undefined;
  }
  /** What the last request failed with, as far as it is not shown elsewhere; `undefined` if it did not. */
  failure: unknown;
  /** Does again what has failed. */
  retry?: () => void;
  readonly #host: ReactiveControllerHost & EventTarget;
  readonly #summary: ErrorSummary;
  #running: Running | undefined;

  constructor(host: ReactiveControllerHost & EventTarget, summary: ErrorSummary) {
    this.#host = host;
    this.#summary = summary;
  }

  /** Whether a request would run now: none is under way, or one that only reads. */
  get isFree(): boolean {
    return this.#running?.isRead ?? true;
  }

  /**
   * Runs a request, unless one is under way that changes something. Resolves to whether it has succeeded.
   * @param work gets a signal, aborted when a newer request has taken its place
   */
  async run(work: (signal: AbortSignal) => Promise<void>, options: RequestOptions = {}): Promise<boolean> {
    if (!this.isFree) return false;
    const { form, handle, isRead = false } = options;
    this.stopReading();
    const running = (this.#running = { isRead, abort: new AbortController() });
    const { signal } = running.abort;
    this.retry = options.retry ?? (() => void this.run(work, options));
    this.forget();
    try {
      await work(signal);
      return !signal.aborted;
    } catch (error) {
      if (signal.aborted) return false;
      if (!handle?.(error)) {
        if (form && isProblem(error, 'validation-failed')) this.#summary.showServerErrors(form, error.errors);
        else this.failure = error;
      }
      this.#host.dispatchEvent(new DvkErrorEvent(error));
      return false;
    } finally {
      if (this.#running === running) this.#running = undefined;
      this.#host.requestUpdate();
    }
  }

  /** What is being read is no longer of interest. */
  stopReading(): void {
    if (!this.#running?.isRead) return;
    this.#running.abort.abort();
    this.#running = undefined;
    this.#host.requestUpdate();
  }

  /** The failure is over, or no longer of interest. */
  forget(): void {
    this.failure = undefined;
    this.#host.requestUpdate();
  }
}

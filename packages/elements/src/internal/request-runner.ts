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
  /**
   * What it reads, without changing anything: it need not wait for other requests, and a newer one that reads the same takes its
   * place. Nothing comes of it then.
   */
  reads?: string;
}

/**
 * Runs the requests that a person asks a widget for: of those that change something, one at a time. It knows whether one is
 * under way and what the last one failed with; what is wrong with single fields goes into the summary of errors. Each failure is
 * sent as `dvk-error`.
 */
export class RequestRunner {
  /** Whether a request is under way that changes something. */
  isWriting = false;
  /** What the last request failed with, as far as it is not shown elsewhere; `undefined` if it did not. */
  failure: unknown;
  /** Does again what has failed. */
  retry?: () => void;
  readonly #host: ReactiveControllerHost & EventTarget;
  readonly #summary: ErrorSummary;
  readonly #reading = new Map<string, AbortController>();

  constructor(host: ReactiveControllerHost & EventTarget, summary: ErrorSummary) {
    this.#host = host;
    this.#summary = summary;
  }

  /** Whether anything is under way. */
  get busy(): boolean {
    return this.isWriting || this.#reading.size > 0;
  }

  /**
   * Runs a request, unless it would change something while another does. Resolves to whether it has succeeded.
   * @param work - gets a signal that is aborted when nothing is to come of it any more
   */
  async run(work: (signal: AbortSignal) => Promise<void>, options: RequestOptions = {}): Promise<boolean> {
    const { form, handle, reads } = options;
    if (!reads && this.isWriting) return false;
    const running = new AbortController();
    const { signal } = running;
    if (reads) {
      this.stopReading(reads);
      this.#reading.set(reads, running);
    } else this.isWriting = true;
    this.forget();
    try {
      await work(signal);
      return !signal.aborted;
    } catch (error) {
      if (signal.aborted) return false;
      if (!handle?.(error)) {
        if (form && isProblem(error, 'validation-failed')) this.#summary.showServerErrors(form, error.errors);
        else {
          this.failure = error;
          this.retry = options.retry ?? (() => void this.run(work, options));
        }
      }
      this.#host.dispatchEvent(new DvkErrorEvent(error));
      return false;
    } finally {
      if (!reads) this.isWriting = false;
      else if (this.#reading.get(reads) === running) this.#reading.delete(reads);
      this.#host.requestUpdate();
    }
  }

  /** What is being read is no longer of interest. */
  stopReading(what: string): void {
    this.#reading.get(what)?.abort();
    this.#reading.delete(what);
    this.#host.requestUpdate();
  }

  /** Shows that something has failed which did not run here, and offers to do it again. */
  fail(error: unknown, retry: () => void): void {
    this.retry = () => {
      this.forget();
      retry();
    };
    this.failure = error;
    this.#host.dispatchEvent(new DvkErrorEvent(error));
    this.#host.requestUpdate();
  }

  /** The failure is over, or no longer of interest. */
  forget(): void {
    this.failure = undefined;
    this.#host.requestUpdate();
  }
}

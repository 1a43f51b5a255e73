import { nothing, type TemplateResult } from 'lit';
import type { WidgetHost } from '../internal/widget-host.ts';
import { parts } from '../locale/parts/vi.ts';
import { Toast } from '../parts/toast.ts';

/** Tells the person what they have done, and nobody else who signs in after them. */
export class PersonToast {
  readonly #host: WidgetHost;
  readonly #toast: Toast;
  /** Who did it. */
  #subject = '';

  constructor(host: WidgetHost) {
    this.#host = host;
    this.#toast = new Toast(host.element);
  }

  /** Says what was done, and offers to take it back, also when the person has gone on to another record. */
  show(text: string, undo?: () => Promise<void>): void {
    const { person, requests } = this.#host;
    this.#subject = person.subject;
    this.#toast.show(text, undo && (() => !requests.isWriting && void requests.run(undo)));
  }

  render(): TemplateResult | typeof nothing {
    const { person, locale } = this.#host;
    return this.#subject === person.subject ? this.#toast.render(locale.texts(parts)) : nothing;
  }
}

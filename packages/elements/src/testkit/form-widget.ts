/** What tests of the widgets with one form to fill in and send have in common. */
import type { FormControl } from '../internal/form-control.ts';
import type { FakeClient } from './fake-client.ts';
import { waitUntil } from './wait-until.ts';

type Widget = HTMLElement & { updateComplete: Promise<unknown> };

export const $ = <T extends Element = HTMLElement>(widget: Widget, selector: string) =>
  widget.shadowRoot!.querySelector<T>(selector);
export const formOf = (widget: Widget) => $<HTMLFormElement>(widget, 'form')!;
export const control = <T extends FormControl = FormControl>(widget: Widget, name: string) =>
  formOf(widget).elements.namedItem(name) as unknown as T;
export const text = (widget: Widget, name: string) => control<HTMLElementTagNameMap['dvk-text-field']>(widget, name);
export const textOf = (widget: Widget) => widget.shadowRoot!.textContent!.replace(/\s+/g, ' ');

/** The requests that change something, but for drafts. */
export const posts = (fake: FakeClient) =>
  fake.requests.filter(({ method, url }) => method !== 'GET' && !url.includes('/v1/drafts'));
export const keyOf = (request: Request | undefined) => request?.headers.get('idempotency-key');

/** What the widget says of the last attempt to send. */
export const status = (widget: Widget) => $(widget, '.end [role=alert]')?.textContent.replace(/\s+/g, ' ') ?? '';

export function button(widget: Widget, label: string): HTMLButtonElement {
  const all = [...widget.shadowRoot!.querySelectorAll('button')];
  const found = all.find(({ textContent }) => textContent.trim() === label);
  if (!found) throw new Error(`no button “${label}” among ${textOf(widget)}`);
  return found;
}

/** Sends the form and waits for what comes of it. */
export async function send(widget: Widget): Promise<void> {
  formOf(widget).requestSubmit();
  await waitUntil(() => $(widget, '[aria-busy=true]') || !$(widget, 'form') || status(widget) || $(widget, '#summary'));
  await waitUntil(() => $(widget, '[aria-busy=false]'));
  await widget.updateComplete;
}

/** Pretends that the machine has lost, or got back, its network. */
export function network(on: boolean): void {
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => on });
  window.dispatchEvent(new Event(on ? 'online' : 'offline'));
}

import { html, type TemplateResult } from 'lit';
import { define } from '../internal/define.ts';
import { Loader } from '../internal/loader.ts';
import { DvkWidget } from '../internal/widget.ts';

/** A widget that shows the name of who is signed in. */
export class WhoAmI extends DvkWidget {
  static override readonly tag: string = 'test-who-am-i';
  shown?: string | null;
  readonly loader = new Loader(
    this,
    () => [],
    async ({ session }) => {
      this.shown = (await session).name;
    },
  );
  protected override renderContent(): TemplateResult {
    return html`${this.renderLoaded(this.loader, () => html`<b>${this.shown}</b>`)}`;
  }
}
define(WhoAmI);

/** A fetch that answers from a table of path → status and body, and counts. */
export function answering(name: string | null, subject: string | null = 's') {
  const calls: string[] = [];
  const original = window.fetch;
  window.fetch = async (input) => {
    const request = new Request(input);
    if (!request.url.includes('/v1/')) return original(input);
    calls.push(new URL(request.url).pathname);
    const body = { subject, name, roles: ['unit-officer'], unitId: null, tenant: 'demo' };
    return Response.json(body);
  };
  return { calls, restore: () => (window.fetch = original) };
}

/** The name on show. */
export const textOf = (element: Element) => element.shadowRoot!.querySelector('b')?.textContent;

import { assert } from '@open-wc/testing';
import type { CaseReceipt } from '@dvk/sdk/cases';
import '../case-form/define.ts';
import { DvkErrorEvent, DvkSaveEvent } from './index.ts';

/** Fails to compile unless both are the same. */
const same = <A, B>(are: (A extends B ? (B extends A ? true : false) : false) & true): void => assert.isTrue(are);

describe('events', () => {
  it('carry what their widget says: the result of dvk-save is typed, and names no secret', () => {
    const widget = document.createElement('dvk-case-form');
    let code = '';
    widget.addEventListener('dvk-save', ({ result }) => {
      same<typeof result, Pick<CaseReceipt, 'code' | 'receivedAt' | 'dueAt'>>(true);
      code = result.code;
    });
    widget.addEventListener('dvk-submit', (event) => same<typeof event.body.title, string>(true));
    widget.addEventListener('click', (event) => same<typeof event, PointerEvent>(true));
    const result = { code: 'PA-2026-000001-0', receivedAt: '2026-03-02T08:00:00+07:00', dueAt: null };
    widget.dispatchEvent(new DvkSaveEvent(result as unknown as CaseReceipt));
    assert.equal(code, result.code);
  });

  it('are classes of an entry of their own', () => {
    const page = document.createElement('div');
    const widget = page.appendChild(document.createElement('dvk-case-form'));
    let heard: unknown;
    page.addEventListener('dvk-error', (event) => (heard = event instanceof DvkErrorEvent && event.error));
    const error = new Error('offline');
    widget.dispatchEvent(new DvkErrorEvent(error));
    assert.equal(heard, error);
  });
});

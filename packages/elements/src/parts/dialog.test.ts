import { assert } from '@open-wc/testing';
import { html } from 'lit';
import { sendKeys } from '@web/test-runner-commands';
import { parts as texts } from '../locale/parts/vi.ts';
import { axe, expectNoPolicyViolations } from '../testkit/page.ts';
import { showPart, type ShownPart } from '../testkit/part.ts';
import { waitUntil } from '../testkit/wait-until.ts';
import { Dialog, dialogStyles } from './dialog.ts';

/** A button that opens a dialog with a field in it. */
function page(): { shown: ShownPart; dialog: Dialog; closings: () => number } {
  let closed = 0;
  const host = { requestUpdate: () => shown.show(content()) };
  const dialog = new Dialog(host, () => (closed += 1));
  const content = () =>
    html`<button class="opener" @click=${() => dialog.open()}>Trả lại</button> ${dialog.render(() => ({
        title: 'Trả lại để bổ sung',
        content: html`<label>Lý do <textarea></textarea></label>`,
        foot: html`<button class="button" @click=${() => dialog.close()}>Hủy</button>
          <button class="button primary">Trả lại</button>`,
        texts,
      }))}`;
  const shown = showPart(content(), dialogStyles);
  return { shown, dialog, closings: () => closed };
}

describe('dialog', () => {
  expectNoPolicyViolations();

  it('has a name, starts at its heading, closes with Esc and gives the focus back', async () => {
    const { shown, closings } = page();
    const opener = shown.find('.opener');
    opener.focus();
    opener.click();
    await waitUntil(() => shown.find('dialog:modal'));
    const element = shown.find('dialog');
    assert.equal(shown.root.activeElement, shown.find('h2'));
    assert.equal(element.getAttribute('aria-labelledby'), shown.find('h2').id);
    assert.deepEqual(await axe(element), []);
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !shown.find('dialog'));
    assert.equal(shown.root.activeElement, opener);
    assert.equal(closings(), 1);
  });

  it('opens once more after it was closed by its buttons', async () => {
    const { shown } = page();
    for (const button of ['.dialog-close', '.dialog-foot > .button']) {
      shown.find('.opener').click();
      await waitUntil(() => shown.find('dialog:modal'));
      shown.find(button).click();
      await waitUntil(() => !shown.find('dialog'));
    }
  });
});

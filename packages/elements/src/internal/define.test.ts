import { assert, fixture, html as page } from '@open-wc/testing';
import { html, type TemplateResult } from 'lit';
import { expectNoPolicyViolations } from '../testkit/page.ts';
import { define, defineLateParts } from './define.ts';
import { DvkElement } from './element.ts';
import { waitUntil } from '../testkit/wait-until.ts';

/** A widget and its part, as a version of this package would bring them. */
function release(version: string) {
  class Part extends DvkElement {
    static override readonly tag: string = 'test-part';
    static override readonly version: string = version;
    protected override render(): TemplateResult {
      return html`${version}`;
    }
  }
  class Widget extends DvkElement {
    static override readonly version: string = version;
    static override readonly dependencies = [Part];
    static override readonly tag: string = `test-widget-${version.replaceAll('.', '-')}`;
    protected override render(): TemplateResult {
      return html`<test-part></test-part>`;
    }
  }
  return { Part, Widget };
}
const shown = (widget: Element) => widget.shadowRoot?.querySelector('test-part')?.shadowRoot?.textContent;

describe('define', () => {
  expectNoPolicyViolations();
  const warnings: string[] = [];
  const { warn } = console;
  before(() => {
    console.warn = (text: string) => warnings.push(text);
  });
  after(() => {
    console.warn = warn;
  });

  it('builds each widget from parts of its own version, two versions on one page', async () => {
    define(release('1.0.0').Widget);
    define(release('2.0.0').Widget);
    const old = await fixture(page`<test-widget-1-0-0></test-widget-1-0-0>`);
    const young = await fixture(page`<test-widget-2-0-0></test-widget-2-0-0>`);
    await waitUntil(() => shown(old) && shown(young));
    assert.equal(shown(old), '1.0.0');
    assert.equal(shown(young), '2.0.0');
    assert.deepEqual(warnings, []);
  });

  it('builds a widget from parts of its own version that come after it is drawn, and leaves what stands there', async () => {
    const { Part, Widget } = release('4.0.0');
    class Late extends DvkElement {
      static override readonly version: string = '4.0.0';
      static override readonly tag: string = 'test-late-widget';
      protected override render(): TemplateResult {
        return html`<i>4</i>${this.title ? html`<test-part></test-part>` : ''}`;
      }
    }
    define(Late);
    const late = await fixture<Late>(page`<test-late-widget></test-late-widget>`);
    const mark = late.shadowRoot!.querySelector('i');
    defineLateParts(late, [Part]);
    late.title = 'drawn';
    late.requestUpdate();
    await waitUntil(() => shown(late));
    assert.equal(shown(late), Widget.version);
    assert.equal(late.shadowRoot!.querySelector('i'), mark);
    assert.deepEqual(warnings, []);
  });

  it('does not throw for a tag that is taken, and says which version has it', () => {
    define(release('3.0.0').Part);
    assert.deepEqual(warnings.splice(0), ['<test-part> 3.0.0: version 1.0.0 owns the tag here.']);
  });

  it('is silent about a second copy of the same version', () => {
    define(release('1.0.0').Part);
    define(release('1.0.0').Widget);
    assert.deepEqual(warnings, []);
  });
});

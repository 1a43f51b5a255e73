/** Two files of this package on one page, each with everything it needs: they share the tags, not the classes. */
import { assert, fixture, html } from '@open-wc/testing';
import { sampleCases, sampleSettings } from '@dvk/sdk/testing';
import '../context/define.ts';
import '../choice-field/define.ts';
import '../file-field/define.ts';
import '../place-field/define.ts';
import '../text-field/define.ts';
import type { DvkCaseForm } from '../case-form/dvk-case-form.ts';
import type { FormControl } from './form-control.ts';
import { fakeClient } from '../testkit/fake-client.ts';
import { expectNoPolicyViolations } from '../testkit/page.ts';
import { waitUntil } from '../testkit/wait-until.ts';

const otherFile = `/bundled/${encodeURIComponent('./src/case-form/define.ts')}.js?from=/packages/elements`;

describe('a widget from one file with fields from another', () => {
  expectNoPolicyViolations();
  let widget: DvkCaseForm;
  const form = () => widget.shadowRoot!.querySelector('form')!;
  const field = (name: string) => form().elements.namedItem(name) as unknown as FormControl & { value: string };

  let sent: unknown[];
  before(() => import(otherFile));
  beforeEach(async () => {
    sent = [];
    const { client } = fakeClient({
      settings: { get: () => sampleSettings.settings },
      cases: {
        create: ({ body }) => {
          sent.push(body);
          return sampleCases.receipt;
        },
      },
    });
    widget = await fixture(html`<dvk-case-form .client=${client}></dvk-case-form>`);
    await waitUntil(() => widget.shadowRoot!.querySelector('form'), 'it opens');
  });

  it('checks them before it sends', async () => {
    form().requestSubmit();
    await widget.updateComplete;
    assert.equal(field('content').shownError, 'Nhập nội dung');
    assert.lengthOf(widget.shadowRoot!.querySelectorAll('#summary a'), 4);
    assert.deepEqual(sent, []);
  });

  it('reads them', async () => {
    const { kind, topic, content, communeCode } = sampleCases.submission;
    for (const [name, value] of Object.entries({ kind, topic, content, communeCode, consent: 'yes' }))
      field(name).value = value;
    await waitUntil(() => field('communeCode').entries['provinceCode'], 'the names of places');
    form().requestSubmit();
    await waitUntil(() => widget.shadowRoot!.querySelector('.answers'), 'the check page');
    form().requestSubmit();
    await waitUntil(() => sent.length > 0, 'it is sent');
    assert.include(sent[0], { kind, topic, content, communeCode });
  });
});

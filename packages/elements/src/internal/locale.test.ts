import { assert, fixture, html } from '@open-wc/testing';
import '../text-field/define.ts';
import type { DvkTextField } from '../text-field/dvk-text-field.ts';

const message = (element: Element) => (element.querySelector('dvk-text-field') as DvkTextField).validationMessage;

describe('language', () => {
  const make = (lang: string) =>
    fixture<HTMLElement>(html`<div lang=${lang}><dvk-text-field label="Full name" required></dvk-text-field></div>`);

  it('is Vietnamese while nothing else is loaded, whatever the page says', async () => {
    assert.equal(message(await make('en')), 'Nhập full name');
  });

  it('is that of the nearest lang, once loaded, and follows it', async () => {
    const here = await make('en');
    await import('../en.ts');
    assert.equal(message(here), 'Enter full name', 'elements already on the page follow');
    here.lang = 'vi';
    await new Promise((done) => setTimeout(done));
    assert.equal(message(here), 'Nhập full name');
    assert.equal(message(await make('en-GB')), 'Enter full name');
    assert.equal(message(await make('fr')), 'Nhập full name');
    assert.equal(message(await make('')), 'Nhập full name');
  });

  it('crosses shadow roots', async () => {
    const host = await fixture<HTMLElement>(html`<div lang="en"></div>`);
    const field = document.createElement('dvk-text-field');
    field.required = true;
    host.attachShadow({ mode: 'open' }).append(field);
    assert.equal(field.validationMessage, 'Enter this field');
  });
});

import { assert, fixture, html } from '@open-wc/testing';
import { caseForm } from '../case-form/vi.ts';
import { LocaleController } from '../locale/controller.ts';
import '../text-field/define.ts';
import type { DvkTextField } from '../text-field/dvk-text-field.ts';

const message = (element: Element) => (element.querySelector('dvk-text-field') as DvkTextField).validationMessage;

describe('form of address', () => {
  const textsIn = (element: HTMLElement) => {
    const host = element.querySelector('i')!;
    const locale = new LocaleController(Object.assign(host, { addController() {}, requestUpdate() {} }) as never);
    locale.hostConnected();
    return { texts: () => locale.texts(caseForm), end: () => locale.hostDisconnected() };
  };

  it('is “quý vị”, or “ông/bà” where the page says so, in every kind of text', async () => {
    const around = await fixture<HTMLElement>(html`<p><i></i></p>`);
    const { texts, end } = textsIn(around);
    assert.equal(texts(), caseForm, 'the catalogue as it is');
    around.setAttribute('form-of-address', 'Ông/Bà');
    await new Promise((done) => setTimeout(done));
    assert.match(texts().thanks, /^Cảm ơn ông\/bà\./);
    assert.match(texts().leavingTitle, /^Ông\/Bà chưa lưu/);
    assert.deepEqual(texts().steps.rate, ['Ông/Bà đánh giá', 'Chưa hài lòng thì báo để xử lý lại.']);
    assert.equal(texts(), texts(), 'made once');
    assert.equal(texts().received('PA-1'), caseForm.received('PA-1'));
    assert.equal(texts().showAgainOf('Kính gửi quý vị'), 'Xem lại mã của “Kính gửi quý vị”', 'what people wrote stays');
    around.setAttribute('form-of-address', 'quý vị');
    await new Promise((done) => setTimeout(done));
    assert.equal(texts(), caseForm);
    end();
  });
});

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

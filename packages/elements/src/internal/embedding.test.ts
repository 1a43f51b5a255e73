/** The page around: old style sheets, small roots, elements that arrive late or are moved. */
import { assert, fixture, html, nextFrame } from '@open-wc/testing';
import '../all.ts';
import { DvkTextField } from '../text-field/dvk-text-field.ts';
import { fields, widgets } from '../testkit/generated/names.ts';
import { axe, expectNoPolicyViolations } from '../testkit/page.ts';

/** What portals of the last twenty years do to every element. */
const hostile = `
  * { margin: 0 !important; padding: 0 !important; box-sizing: content-box !important; font: 9px/1 fantasy !important;
      color: #ddd !important; background: none !important; border: 0 !important; letter-spacing: 3px !important;
      text-transform: uppercase !important; text-align: center !important; white-space: nowrap !important;
      text-indent: -9999px !important; word-spacing: 1em !important; float: left; outline: none !important;
      direction: rtl !important; list-style: none !important; user-select: none !important; word-break: break-all !important;
      -webkit-text-fill-color: #ddd !important; pointer-events: none !important; writing-mode: vertical-rl !important; }
  label, input, button, fieldset, legend, p, ul, li { display: none !important; }`;

const inner = <T extends Element = HTMLElement>(element: Element, selector: string) =>
  element.shadowRoot!.querySelector<T & HTMLElement>(selector)!;
const fontSize = (element: Element) => Number.parseFloat(getComputedStyle(element).fontSize);

describe('on a page that resets everything', () => {
  expectNoPolicyViolations();
  const sheet = new CSSStyleSheet();
  before(() => sheet.replaceSync(hostile));
  beforeEach(() => (document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]));
  afterEach(() => (document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet)));

  it('looks the same inside', async () => {
    const field = await fixture(html`<dvk-text-field label="Họ và tên" hint="Như trong giấy tờ"></dvk-text-field>`);
    const control = getComputedStyle(inner(field, '#control'));
    const label = getComputedStyle(inner(field, 'label'));
    assert.equal(control.fontSize, '14px', 'the page’s own size, but legible');
    assert.equal(control.letterSpacing, 'normal');
    assert.equal(control.textTransform, 'none');
    assert.equal(control.textIndent, '0px');
    assert.equal(control.color, 'rgb(22, 32, 43)');
    assert.isAtLeast(inner(field, '#control').offsetHeight, 44);
    assert.isAtLeast(Number.parseFloat(label.lineHeight) / Number.parseFloat(label.fontSize), 1.5);
    assert.equal(label.display, 'block');
    assert.equal(label.textAlign, 'start');
    assert.deepEqual(await axe(field), []);
  });

  it('lets nothing in that inherits', async () => {
    const field = await fixture(html`<dvk-text-field label="Họ và tên" required></dvk-text-field>`);
    const clean = document.createElement('iframe');
    document.body.append(clean);
    const expected = clean.contentWindow!.getComputedStyle(clean.contentDocument!.body);
    const actual = getComputedStyle(inner(field, '.base'));
    for (const name of ['direction', 'list-style-type', 'word-break', 'pointer-events', 'writing-mode', 'quotes'])
      assert.equal(actual.getPropertyValue(name), expected.getPropertyValue(name), name);
    assert.equal(actual.userSelect, 'text', 'a code can be copied');
    assert.equal(actual.webkitTextFillColor, actual.color);
    clean.remove();
  });

  it('stays hidden when hidden', async () => {
    const field = await fixture<HTMLElement>(html`<dvk-text-field hidden label="x"></dvk-text-field>`);
    assert.equal(field.offsetHeight, 0);
  });
});

describe('text size', () => {
  const root = document.documentElement;
  afterEach(() => {
    root.style.fontSize = '';
    root.style.removeProperty('--dvk-font-size');
  });
  const size = async () =>
    fontSize(inner(await fixture(html`<dvk-date-field label="Ngày"></dvk-date-field>`), '#control'));

  it('is legible on a 62.5 % root', async () => {
    root.style.fontSize = '62.5%';
    assert.equal(await size(), 14);
  });

  const sizeIn = async (style: string, inside = html`<dvk-date-field label="Ngày"></dvk-date-field>`) => {
    const box = await fixture<HTMLElement>(html`<div>${inside}</div>`);
    box.style.cssText = style;
    return fontSize(inner(box.querySelector('dvk-date-field')!, '#control'));
  };

  it('follows a page in px: its A+ changes the body or a container', async () => {
    assert.equal(await sizeIn('font-size:14px'), 14);
    assert.equal(await sizeIn('font-size:20.6px'), 20.6);
    assert.equal(await sizeIn('font-size:12px'), 14, 'too small to be taken over');
  });

  it('follows a page with a 62.5 % root, whether its A+ changes the body or the root', async () => {
    root.style.fontSize = '62.5%';
    assert.equal(await sizeIn('font-size:14px'), 14);
    assert.equal(await sizeIn('font-size:20.6px'), 20.6);
    assert.equal(await sizeIn('font-size:1.6rem'), 16);
    root.style.fontSize = '75%';
    assert.equal(await sizeIn('font-size:1.6rem'), 19.2);
    assert.equal(
      await sizeIn('font-size:1.6rem', html`<dvk-context><dvk-date-field label="Ngày"></dvk-date-field></dvk-context>`),
      19.2,
    );
    root.style.fontSize = '24px';
    assert.equal(await sizeIn('font-size:14px'), 21, 'the reader’s own size in the browser: 14 px of 16');
  });

  it('is the same in a widget’s fields as in the widget', async () => {
    const box = await fixture<HTMLElement>(html`<div><dvk-complaint-tracker></dvk-complaint-tracker></div>`);
    box.style.fontSize = '20px';
    const tracker = box.querySelector('dvk-complaint-tracker')!;
    await tracker.updateComplete;
    const field = inner(tracker, 'dvk-text-field');
    assert.equal(fontSize(inner(field, '#control')), 20);
    assert.equal(fontSize(inner(tracker, '.base')), 20);
  });

  it('follows the page’s A+ button, and --dvk-font-size', async () => {
    root.style.fontSize = '20px';
    assert.equal(await size(), 20);
    root.style.fontSize = '62.5%';
    root.style.setProperty('--dvk-font-size', '1.8rem');
    assert.equal(await size(), 18);
  });
});

describe('text twice as large on a phone', () => {
  it('stays whole in 320 px, in every widget', async () => {
    for (const name of widgets) {
      const box = await fixture<HTMLElement>(html`<div></div>`);
      box.style.cssText = 'width:320px; font-size:32px';
      const widget = document.createElement(`dvk-${name}`) as HTMLElement & { updateComplete: Promise<unknown> };
      box.append(widget);
      await widget.updateComplete;
      assert.equal(fontSize(inner(widget, '.base')), 32);
      assert.isAtMost(box.scrollWidth, 320, name);
    }
  });
});

describe('font', () => {
  const familyIn = async (style: string) => {
    const box = await fixture<HTMLElement>(html`<div></div>`);
    box.style.cssText = style;
    const tracker = document.createElement('dvk-complaint-tracker');
    box.append(tracker);
    await tracker.updateComplete;
    const field = inner(tracker, 'dvk-text-field');
    // Not what is typed: codes are set in a type that tells 0 from O.
    const [own, fields] = [inner(tracker, '.base'), inner(field, '[part=label]')].map((each) => getComputedStyle(each));
    assert.equal(own!.fontFamily, fields!.fontFamily);
    return own!.fontFamily;
  };

  it('is the page’s own', async () => {
    assert.equal(await familyIn('font-family:Verdana, sans-serif'), 'Verdana, sans-serif');
    assert.equal(await familyIn('font-family:"DejaVu Serif"'), '"DejaVu Serif"');
  });

  it('is the reader’s where the page has none, or one without Vietnamese', async () => {
    assert.match(await familyIn('font-family:initial'), /^system-ui/);
    const latin = new FontFace('Latin Only', 'local("DejaVu Sans"), local("Noto Sans"), local("Liberation Sans")', {
      unicodeRange: 'U+0-FF',
    });
    await latin.load();
    document.fonts.add(latin);
    assert.match(await familyIn('font-family:"Latin Only", serif'), /^system-ui/);
    document.fonts.delete(latin);
  });

  it('is the one that the page asks for', async () => {
    assert.equal(await familyIn('font-family:initial; --dvk-font-family: Arial'), 'Arial');
  });
});

describe('an element that arrives late', () => {
  it('keeps what was set on it before its class came', async () => {
    const early = document.createElement('test-late-field') as DvkTextField;
    early.setAttribute('name', 'f');
    early.setAttribute('value', 'mặc định');
    early.value = 'đã nhập';
    const form = await fixture<HTMLFormElement>(html`<form></form>`);
    form.append(early);
    customElements.define('test-late-field', class extends DvkTextField {});
    await early.updateComplete;
    assert.equal(new FormData(form).get('f'), 'đã nhập');
    form.reset();
    assert.equal(new FormData(form).get('f'), 'mặc định');
  });

  it('keeps what was typed when it is moved', async () => {
    const box = await fixture(
      html`<div>
        <dvk-text-field label="x"></dvk-text-field>
        <form></form>
      </div>`,
    );
    const field = box.querySelector('dvk-text-field')!;
    field.restoreState('đang gõ dở');
    field.setAttribute('name', 'f');
    box.querySelector('form')!.append(field);
    await nextFrame();
    assert.equal(new FormData(box.querySelector('form')!).get('f'), 'đang gõ dở');
    assert.equal(inner<HTMLInputElement>(field, '#control').value, 'đang gõ dở');
  });
});

describe('theme', () => {
  const colour = (element: Element) => getComputedStyle(inner(element, '.base')).color;

  it('follows the context, and the page’s own colours', async () => {
    const box = await fixture(html`
      <dvk-context theme="dark"><dvk-text-field label="x"></dvk-text-field></dvk-context>
    `);
    const field = box.querySelector('dvk-text-field')!;
    assert.equal(colour(field), 'rgb(233, 238, 243)');
    box.setAttribute('theme', 'light');
    assert.equal(colour(field), 'rgb(22, 32, 43)');
    (box as HTMLElement).style.setProperty('--dvk-color-text', 'rgb(1, 2, 3)');
    assert.equal(colour(field), 'rgb(1, 2, 3)');
  });
});

describe('a shadow root that came with the page', () => {
  expectNoPolicyViolations();
  type Policy = { createHTML: (text: string) => string };
  const { trustedTypes } = window as unknown as {
    trustedTypes: { createPolicy: (name: string, rules: Policy) => Policy };
  };
  const policy = trustedTypes.createPolicy('test-saved-pages', { createHTML: (text) => text });
  /** What a saved page, or one drawn in advance, holds of an element. */
  const saved = (element: Element, attributes = '') =>
    `<${element.localName} ${attributes}><template shadowrootmode="open">${element.shadowRoot!.innerHTML}<p>cũ</p></template></${element.localName}>`;
  const load = async (markup: string) => {
    const box = await fixture<HTMLElement>(html`<div></div>`);
    box.setHTMLUnsafe(policy.createHTML(markup));
    const element = box.firstElementChild as DvkTextField;
    assert.isNotNull(element.shadowRoot);
    await element.updateComplete;
    return element;
  };

  for (const name of ['context', ...widgets, ...fields])
    it(`is not drawn a second time: dvk-${name}`, async () => {
      const drawn = document.createElement(`dvk-${name}`) as DvkTextField;
      (await fixture(html`<div></div>`)).append(drawn);
      await drawn.updateComplete;
      const loaded = await load(saved(drawn));
      assert.equal(loaded.shadowRoot!.innerHTML, drawn.shadowRoot!.innerHTML);
    });

  it('can be used as if it had been made here', async () => {
    const drawn = await fixture<DvkTextField>(html`<dvk-text-field label="Họ và tên"></dvk-text-field>`);
    const loaded = await load(saved(drawn, 'label="Họ và tên" value="Nguyễn Văn A"'));
    assert.equal(inner<HTMLInputElement>(loaded, '#control').value, 'Nguyễn Văn A');
    loaded.focus();
    assert.equal(loaded.shadowRoot!.activeElement, inner(loaded, '#control'));
    assert.deepEqual(await axe(loaded), []);
  });
});

describe('on a page that a server has drawn', () => {
  it('hears properties that a framework wrote as attributes: sharedDevice, baseUrl', async () => {
    const widget = document.createElement('dvk-case-form');
    // HTML reads the names in small letters.
    widget.setAttribute('sharedDevice', '');
    widget.setAttribute('baseUrl', '/api');
    widget.setAttribute('trackerUrl', '/tra-cuu');
    assert.isTrue(widget.sharedDevice);
    assert.equal(widget.baseUrl, '/api');
    assert.equal(widget.trackerUrl, '/tra-cuu');
    widget.removeAttribute('shareddevice');
    assert.isFalse(widget.sharedDevice);
  });
});

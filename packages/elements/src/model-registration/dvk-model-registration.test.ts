import { assert, aTimeout } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { mediaTypes } from '@dvk/sdk/attachments';
import { checkBody, modelsCreate } from '@dvk/sdk/constraints';
import { checkRegistration, type ModelRegistration } from '@dvk/sdk/models';
import { sampleModels, sampleSession, sampleUnits } from '@dvk/sdk/testing';
import { type FormControl } from '../internal/form-control.ts';
import { acceptedFiles } from '../form/uploader.ts';
import { isAccepted } from '../file-field/kinds.ts';
import { fakeClient } from '../testkit/fake-client.ts';
import { $, button, control, formOf, posts, send, text, textOf } from '../testkit/form-widget.ts';
import { axe } from '../testkit/page.ts';
import { make, fill, serving, withOfficer } from '../testkit/registering.ts';
import { readRegistration, sections } from './form.ts';
import '../en.ts';
import { waitUntil } from '../testkit/wait-until.ts';

const { registered, registration } = sampleModels;
const { officer } = sampleSession;
const { unit } = sampleUnits;

describe('dvk-model-registration', () => {
  withOfficer();

  describe('a new registration', () => {
    it('goes out as the contract wants it, and the response is shown with its code', async () => {
      const fake = serving({ create: ({ body }) => registered(body) });
      const widget = await make(fake);
      const heard: string[] = [];
      for (const type of ['dvk-submit', 'dvk-save'] as const) widget.addEventListener(type, () => heard.push(type));
      await fill(widget);
      await send(widget);
      assert.deepEqual(await posts(fake)[0]!.json(), registration);
      assert.equal($(widget, '#title')!.textContent, 'Đã nhận đăng ký');
      assert.equal(widget.shadowRoot!.activeElement?.id, 'title');
      for (const part of [
        'MH-260305-0042-H',
        'phường Ba Đình, thành phố Hà Nội',
        '15.000.000',
        '01/04/2026',
        unit.name,
      ])
        assert.include(textOf(widget), part);
      assert.deepEqual(heard, ['dvk-submit', 'dvk-save']);
      button(widget, 'Đăng ký mô hình khác').click();
      await waitUntil(() => $(widget, 'form'));
      await widget.updateComplete;
      assert.equal(text(widget, 'name').value, '');
      assert.isNull($(widget, '.draft'), 'the sent one is forgotten');
    });

    it('is filled in and sent with the keyboard alone', async function () {
      this.timeout(60_000);
      const fake = serving({ create: ({ body }) => registered(body) });
      const widget = await make(fake);
      const press = (...keys: string[]) =>
        keys.reduce((done, key) => done.then(() => sendKeys({ press: key })), Promise.resolve());
      const type = (typed: string) => sendKeys({ type: typed });
      const { content } = registration;
      control(widget, 'registrantKind').focus();
      await press('Space', 'Tab'); // collective; the name of a person is not asked for
      assert.equal(widget.shadowRoot!.activeElement, control(widget, 'unitId'));
      await press('Tab'); // the officer's own unit
      await type(registration.responsiblePerson);
      await press('Tab', 'Space', 'ArrowDown', 'Tab'); // new
      await press('Space', 'ArrowDown', 'Tab'); // culture and society
      for (let at = 0; at < 7; at++) await press(...(at === 3 ? ['Space', 'Tab'] : ['Tab']));
      await type('Đường hoa');
      await press('Tab');
      await type('ba dinh ha noi');
      await waitUntil(() => control(widget, 'communeCode').shadowRoot!.querySelector('[role=option]'));
      await press('Enter', 'Tab');
      await type(registration.address!);
      await press('Tab');
      for (const words of [
        registration.name,
        content.situation,
        content.goals,
        content.activities,
        content.beneficiaries,
        content.forces,
        content.resources,
        '15.000.000',
        content.schedule,
      ]) {
        await type(words);
        await press('Tab');
      }
      for (const date of ['1/4/2026', '15.11.2026', '31122026']) {
        await type(date);
        await press('Tab', 'Tab'); // over the calendar button
      }
      await type(content.outputs);
      await press('Tab');
      await type(content.sustainability);
      await press('Tab', 'Tab');
      assert.equal(widget.shadowRoot!.activeElement?.textContent.trim(), 'Gửi đăng ký');
      await press('Enter');
      await waitUntil(() => !$(widget, 'form'));
      assert.deepEqual(await posts(fake)[0]!.json(), registration);
    });

    it('takes at most 40 Tab stops from its title, where the list leads, to the button that sends it', async () => {
      const widget = await make(serving());
      $(widget, '#title')!.focus();
      let stops = 0;
      while (widget.shadowRoot!.activeElement?.textContent.trim() !== 'Gửi đăng ký' && stops < 99) {
        await sendKeys({ press: 'Tab' });
        stops += 1;
      }
      assert.isAtMost(stops, 40);
      assert.isAbove(stops, Object.values(sections).flat().length - 4, 'it comes through every field');
    });

    it('takes a unit that is typed, and asks a person’s name only of an individual', async () => {
      const fake = serving({ create: ({ body }) => registered(body) });
      const widget = await make(fake);
      const { unitId: _, ...rest } = registration;
      const person = {
        ...rest,
        unitName: 'Chi hội mẫu',
        registrantKind: 'individual',
        registrantName: 'Trần Thị B',
      } as const;
      await fill(widget);
      assert.isTrue(text(widget, 'registrantName').hidden);
      await fill(widget, person);
      await widget.updateComplete;
      assert.isFalse(text(widget, 'registrantName').hidden);
      await send(widget);
      assert.deepEqual(await posts(fake)[0]!.json(), person);
    });

    it('lists what is missing, each a link to its field, and says how much each part lacks', async () => {
      const fake = serving();
      const widget = await make(fake);
      formOf(widget).requestSubmit();
      await widget.updateComplete;
      const links = [...widget.shadowRoot!.querySelectorAll('#summary a')].map((link) => link.textContent);
      assert.include(links, 'Nhập tên mô hình');
      assert.include(links, 'Chọn xã, phường, đặc khu');
      assert.equal(widget.shadowRoot!.activeElement?.id, 'summary');
      assert.lengthOf(posts(fake), 0);
      // Part by part; the first six, and the others folded.
      const shown = [...widget.shadowRoot!.querySelectorAll<HTMLElement>('#summary a, #summary h4, #summary summary')];
      assert.deepEqual(
        shown.filter((each) => each.checkVisibility()).map(({ textContent }) => textContent),
        [
          'I. Tổ chức, cá nhân đăng ký',
          'Chọn đối tượng đăng ký',
          'Nhập người phụ trách',
          'Chọn loại mô hình',
          'II. Lĩnh vực, địa bàn',
          'Chọn lĩnh vực',
          'Chọn xã, phường, đặc khu',
          'III. Nội dung mô hình',
          'Nhập tên mô hình',
          'và 12 mục nữa',
        ],
      );
      const parts = () => [...widget.shadowRoot!.querySelectorAll('.contents small')].map((part) => part.textContent);
      assert.deepEqual(parts(), ['còn 3 ô', 'còn 2 ô', 'còn 6 ô', 'còn 5 ô', 'còn 2 ô', 'đã đủ']);
      await fill(widget);
      assert.deepEqual(new Set(parts()), new Set(['đã đủ']));
      $(widget, '.contents a[href="#content"]')!.click();
      assert.equal(widget.shadowRoot!.activeElement?.id, 'content');
    });

    it('has its parts in one line on a phone, until they are unfolded', async () => {
      const widget = await make(serving());
      assert.isNull($(widget, '.contents details'));
      widget.style.width = '360px';
      await waitUntil(() => $(widget, '.contents summary'));
      const summary = $(widget, '.contents summary')!;
      assert.equal(summary.textContent!.trim(), 'Các phần của phiếu: còn 18 ô');
      assert.isFalse($(widget, '.contents ol')!.checkVisibility());
      summary.click();
      $(widget, '.contents a[href="#content"]')!.click();
      assert.equal(widget.shadowRoot!.activeElement?.id, 'content');
      // The phone is turned.
      widget.style.width = '700px';
      await waitUntil(() => !$(widget, '.contents details'));
      assert.isTrue($(widget, '.contents ol')!.checkVisibility());
    });

    it('lets nothing through that the contract or its rules refuse', async () => {
      const widget = await make(serving());
      const bad: Partial<ModelRegistration>[] = [
        { name: 'x'.repeat(301) },
        { responsiblePerson: 'x'.repeat(201) },
        { content: { ...registration.content, goals: 'x'.repeat(5001) } },
        { budget: 1_000_000_000_000_001 },
        { endDate: '2026-03-31' },
        { assessmentDate: '2026-03-31' },
        { assessmentDate: '2027-01-01' },
      ];
      await fill(widget);
      assert.isTrue(formOf(widget).checkValidity());
      const body = readRegistration(formOf(widget), undefined);
      assert.deepEqual([...checkBody(modelsCreate, body), ...checkRegistration(body)], []);
      for (const change of bad) {
        const wrong = { ...registration, ...change };
        assert.isNotEmpty([...checkBody(modelsCreate, wrong), ...checkRegistration(wrong)]);
        await fill(widget, wrong);
        await Promise.all([...formOf(widget).elements].map((element) => (element as FormControl).updateComplete));
        assert.isFalse(formOf(widget).checkValidity(), JSON.stringify(change));
      }
    });

    it('offers a field for everything the contract has', () => {
      const names = Object.values<readonly string[]>(sections).flat();
      // The draft that it was written in is no field.
      const { content, draftId: _, ...fields } = modelsCreate.fields;
      const all = [...Object.keys(fields), ...Object.keys(content.fields).map((name) => `content/${name}`)];
      assert.sameMembers([...names, 'unitName', 'provinceCode'], [...all, 'otherTags']);
      for (const type of mediaTypes) assert.isTrue(isAccepted({ name: 'tep', type }, acceptedFiles), type);
      assert.isTrue(isAccepted({ name: 'IMG_0001.HEIC', type: '' }, acceptedFiles));
      // Beside HEIC, which becomes JPEG.
      assert.lengthOf(acceptedFiles.split(','), mediaTypes.length + 1);
    });

    it('uploads files and sends their ids', async () => {
      const file = {
        id: '01890000-0000-7000-8000-0000000000f1',
        name: 'tờ trình.pdf',
        mediaType: 'application/pdf',
        size: 8,
        sha256: '0'.repeat(64),
        uploadedAt: '2026-03-05T02:00:00Z',
      } as const;
      const fake = serving(
        { create: ({ body }) => registered(body, { attachments: [file] }) },
        { attachments: { upload: () => file } },
      );
      const widget = await make(fake);
      await fill(widget);
      // Without XMLHttpRequest the client uploads by fetch, which is faked here.
      const { XMLHttpRequest } = window;
      Object.assign(window, { XMLHttpRequest: undefined });
      const files = control<HTMLElementTagNameMap['dvk-file-field']>(widget, 'attachments');
      files.addFiles([new File(['%PDF-1.7'], file.name, { type: file.mediaType })]);
      await waitUntil(() => files.value.length === 1);
      Object.assign(window, { XMLHttpRequest });
      await send(widget);
      const body = (await posts(fake).at(-1)!.json()) as ModelRegistration;
      assert.deepEqual(body.attachments, [file.id]);
      assert.include(textOf(widget), file.name);
    });

    it('can be kept from being sent by the page', async () => {
      const fake = serving();
      const widget = await make(fake);
      await fill(widget);
      widget.addEventListener('dvk-submit', (event) => event.preventDefault());
      formOf(widget).requestSubmit();
      await aTimeout(20);
      assert.lengthOf(posts(fake), 0);
      assert.isTrue(formOf(widget).checkValidity());
    });
  });

  describe('who may', () => {
    it('asks a visitor to sign in', async () => {
      const widget = await make(
        fakeClient({ session: { get: () => officer('', { subject: null, roles: ['anonymous'] }) } }),
      );
      assert.include(textOf(widget), 'Đăng nhập để đăng ký mô hình');
      assert.isNull($(widget, 'form'));
    });

    it('says to a citizen that it is not for them', async () => {
      const widget = await make(
        fakeClient({ session: { get: () => officer('c', { roles: ['citizen'], unitId: null }) } }),
      );
      assert.include(textOf(widget), 'không có quyền đăng ký mô hình');
      assert.isNull($(widget, 'form'));
    });
  });

  it('speaks English', async () => {
    const widget = await make(serving({ create: ({ body }) => registered(body) }), { lang: 'en' });
    assert.equal($(widget, '#title')!.textContent, 'Register a “Dân vận khéo” model or exemplar');
    formOf(widget).requestSubmit();
    await widget.updateComplete;
    assert.include($(widget, '#summary')!.textContent, 'Enter name of the model');
    await fill(widget);
    await send(widget);
    assert.equal($(widget, '#title')!.textContent, 'Registration received');
  });

  it('has no fault that axe finds: empty, with errors, received', async () => {
    const widget = await make(serving({ create: ({ body }) => registered(body) }));
    const check = async () => {
      assert.deepEqual(await axe(widget), []);
    };
    await check();
    formOf(widget).requestSubmit();
    await widget.updateComplete;
    await check();
    await fill(widget);
    await send(widget);
    await check();
  });

  it('keeps the hints of fields side by side on one line, also in a wide type', async () => {
    const widget = await make(serving());
    const place = widget.parentElement!;
    place.style.cssText = "inline-size: 750px; font-family: 'DejaVu Sans', Verdana, sans-serif";
    await aTimeout(50);
    const halves = [...widget.shadowRoot!.querySelectorAll('.half')].filter(({ clientWidth }) => clientWidth > 0);
    assert.isAtMost(halves[0]!.clientWidth, 375, 'two stand side by side');
    const long = halves.flatMap((field) => {
      const hint = field.shadowRoot!.querySelector<HTMLElement>('.hint')!;
      const lines = hint.clientHeight / parseFloat(getComputedStyle(hint).lineHeight);
      return lines > 1.5 ? [hint.textContent] : [];
    });
    assert.deepEqual(long, []);
  });
});

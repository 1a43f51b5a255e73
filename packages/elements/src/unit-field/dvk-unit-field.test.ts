import type { Unit } from '@dvk/sdk/units';
import { assert, fixture, html } from '@open-wc/testing';
import { createClient } from '@dvk/sdk/client';
import { sendKeys } from '@web/test-runner-commands';
import { describeFormControl } from '../testkit/form-control.ts';
import { expectNoPolicyViolations } from '../testkit/page.ts';
import './define.ts';
import type { DvkUnitField } from './dvk-unit-field.ts';
import { waitUntil } from '../testkit/wait-until.ts';

const unit = (at: number, name: string): Unit => ({
  id: `00000000-0000-7000-8000-00000000000${at}`,
  code: `U${at}`,
  name,
  kind: 'department',
  partyParentId: null,
  administrativeParentId: null,
  placeCode: null,
  topics: [],
  validFrom: '2025-07-01',
  validTo: null,
});
const all = [unit(1, 'Sở Nội vụ'), unit(2, 'Sở Nông nghiệp và Môi trường')];
const [first, second] = all.map(({ id }) => id);

/** A real client over a network of our own. */
const client = createClient({
  baseUrl: '/api',
  fetch: async (input) => {
    const url = new URL(new Request(input).url);
    const id = url.pathname.split('/v1/units/')[1];
    const asked = url.searchParams.get('q')?.toLowerCase() ?? '';
    if (id) return Response.json(all.find((each) => each.id === id));
    return Response.json({ items: all.filter(({ name }) => name.toLowerCase().includes(asked)), nextCursor: null });
  },
});
const items = (field: DvkUnitField) => [...field.shadowRoot!.querySelectorAll('[role=option]')];

describeFormControl<DvkUnitField>({
  tag: 'dvk-unit-field',
  prepare: (field) => (field.client = client),
  initial: { attribute: first!, entries: [first!] },
  byScript: { set: (field) => (field.value = second!), entries: [second!] },
  byPerson: {
    enter: async (field) => {
      field.focus();
      await sendKeys({ type: 'nội vụ' });
      await waitUntil(() => items(field).length === 1);
      (items(field)[0] as HTMLElement).click();
      field.blur();
    },
    entries: [first!],
  },
  requiredMessage: 'Chọn họ và tên',
  role: 'combobox',
});

describe('dvk-unit-field', () => {
  expectNoPolicyViolations();

  it('takes a unit that is not in the list under its other name', async () => {
    const form = await fixture<HTMLFormElement>(
      html`<form>
        <dvk-unit-field name="unitId" other-name="unitName" label="Đơn vị" required .client=${client}></dvk-unit-field>
      </form>`,
    );
    const field = form.querySelector('dvk-unit-field')!;
    assert.isFalse(field.checkValidity());
    field.focus();
    await sendKeys({ type: 'Tổ dân phố 5' });
    await waitUntil(() =>
      field.shadowRoot!.querySelector('.none')?.textContent?.startsWith('Không có trong danh sách'),
    );
    field.blur();
    assert.isTrue(field.checkValidity());
    assert.deepEqual([...new FormData(form)], [['unitName', 'Tổ dân phố 5']]);
    assert.deepEqual(field.entries, { unitId: undefined, unitName: 'Tổ dân phố 5' });
  });

  it('takes a name typed in full as chosen', async () => {
    const field = await fixture<DvkUnitField>(
      html`<dvk-unit-field name="unitId" other-name="unitName" label="Đơn vị" .client=${client}></dvk-unit-field>`,
    );
    field.focus();
    await sendKeys({ type: 'sở nội vụ' });
    await waitUntil(() => items(field).length === 1);
    field.blur();
    assert.equal(field.value, first);
    assert.equal(field.typed, 'Sở Nội vụ');
  });

  it('comes back from a draft with its name, without asking', async () => {
    const before = await fixture<DvkUnitField>(
      html`<dvk-unit-field name="u" .client=${client} value=${first!}></dvk-unit-field>`,
    );
    await waitUntil(() => before.unit);
    const after = await fixture<DvkUnitField>(html`<dvk-unit-field name="u"></dvk-unit-field>`);
    after.restoreState(before.restorableState);
    assert.equal(after.typed, 'Sở Nội vụ');
    assert.equal(after.value, first);
  });
});

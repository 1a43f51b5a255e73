/** An officer at the registration of models, over a faked network. */
import { fixture, html } from '@open-wc/testing';
import type { api } from '@dvk/sdk/api';
import type { ModelRegistration } from '@dvk/sdk/models';
import { sampleModels, sampleSession, sampleUnits, type MockHandlers } from '@dvk/sdk/testing';
import '../model-registration/define.ts';
import type { DvkModelRegistration } from '../model-registration/dvk-model-registration.ts';
import { fillForm, readRegistration } from '../model-registration/form.ts';
import { fakeClient, type FakeClient } from './fake-client.ts';
import { $, formOf, text } from './form-widget.ts';
import { expectNoPolicyViolations } from './page.ts';
import { waitUntil } from './wait-until.ts';

const { registered, registration } = sampleModels;
const { officer } = sampleSession;
const { unit } = sampleUnits;
export type Widget = DvkModelRegistration;
export type Handlers = MockHandlers<typeof api>;

/** Who is signed in: somebody new in each test, so that no draft of another is found. */
export const person = { subject: '' };

/** To be called in a describe block. */
export function withOfficer(): void {
  expectNoPolicyViolations();
  beforeEach(() => {
    person.subject = crypto.randomUUID();
  });
  afterEach(() => {
    Reflect.deleteProperty(navigator, 'onLine');
  });
}

export const signedIn = (): Handlers => ({
  session: { get: () => officer(person.subject) },
  units: { get: () => unit, list: () => ({ items: [unit], nextCursor: null }) },
});
/** A network with an officer signed in, and what it says to the models. */
export const serving = (models: Handlers['models'] = {}, more: Handlers = {}): FakeClient =>
  fakeClient({ ...signedIn(), models: models!, ...more });

export async function make(fake: FakeClient, attributes: { modelId?: string; lang?: string } = {}): Promise<Widget> {
  const widget = await fixture<Widget>(
    html`<dvk-model-registration
      lang=${attributes.lang ?? 'vi'}
      model-id=${attributes.modelId ?? 'new'}
      .client=${fake.client}
    ></dvk-model-registration>`,
  );
  await waitUntil(() => !$(widget, '.loading'), 'it opens');
  await widget.updateComplete;
  return widget;
}

/** Fills everything as if typed: the fields announce the change. */
export async function fill(widget: Widget, body: ModelRegistration = registration): Promise<void> {
  const { topics } = widget;
  fillForm(formOf(widget), { model: registered(body), topics: topics.split(', ') });
  await waitUntil(() => readRegistration(formOf(widget), undefined).provinceCode, 'the names of places');
  text(widget, 'name').dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  await widget.updateComplete;
}

import { html, nothing, type TemplateResult } from 'lit';
import type { CaseSubmission } from '@dvk/sdk/cases';
import { formatMoment } from '@dvk/sdk/text';
import { officeIcon } from '../icons/office.ts';
import { savedIcon } from '../icons/saved.ts';
import { sendIcon } from '../icons/send.ts';
import type { Draft } from '../internal/draft.ts';
import type { cases } from '../locale/cases/vi.ts';
import type { Lang } from '../locale/controller.ts';
import type { sending } from '../locale/sending/vi.ts';
import { disclosure } from '../parts/disclosure.ts';
import type { FormSettings } from './form.ts';
import type { Received } from './sent.ts';
import type { caseForm } from './vi.ts';

/** What stands around the fields on each page of the form. */
export interface PageView {
  texts: typeof caseForm;
  sendingTexts: typeof sending;
  lang: Lang;
}

/** What the form is for, and whether what is typed is kept. */
export function introTemplate(
  { persistent, savedAt }: Pick<Draft<unknown>, 'persistent' | 'savedAt'>,
  isShared: boolean,
  { texts, sendingTexts, lang }: PageView,
): TemplateResult {
  const at = savedAt && formatMoment(savedAt, lang).slice(0, 5);
  const kept = at ? sendingTexts.draftSavedAt(at) : sendingTexts.draftSaved;
  return html`<div class="intro">
    <p class="lead">${texts.intro}</p>
    ${
      isShared
        ? html`<p class="small">${texts.shared}</p>`
        : persistent
          ? html`<p class="saved icon-16">${savedIcon}${kept}</p>`
          : html`<p class="small">${sendingTexts.draftNotSaved}</p>`
    }
  </div>`;
}

/** A numbered section of the form. */
export function sectionTemplate(
  number: number,
  name: keyof typeof caseForm.sections,
  note: string,
  fields: TemplateResult,
  texts: typeof caseForm,
): TemplateResult {
  return html`<section class="fields" part="section" aria-labelledby=${name}>
    <h3 id=${name}>
      <span class="section-number">${number}</span>
      <span>${texts.sections[name]} ${note ? html`<span class="note">${note}</span>` : nothing}</span>
    </h3>
    ${fields}
  </section>`;
}

/** What the person agrees to before they send. */
export function consentTemplate({ privacyNotice }: FormSettings, { texts, lang }: PageView): TemplateResult {
  const options = [{ value: 'yes', label: privacyNotice.consent[lang] }];
  return html`<div class="field-with-more">
    <dvk-choice-field
      type="checkbox"
      name="consent"
      label=${texts.labels.consent}
      label-hidden
      .options=${options}
      required
    ></dvk-choice-field>
    ${disclosure(texts.rights, privacyNotice.rights[lang])}
  </div>`;
}

/** Of who is signed in: whether they will find it among their own. */
export function linkTemplate(names: typeof cases): TemplateResult {
  return html`<dvk-choice-field
    type="switch"
    name="linked"
    label=${names.link}
    label-hidden
    .options=${[{ value: 'yes', label: names.link, hint: names.linkHint }]}
    .values=${['yes']}
  ></dvk-choice-field>`;
}

/** The end of the form, where it goes on to the check page. */
export function toCheckTemplate(
  isFailed: boolean,
  offline: unknown,
  buttons: unknown,
  { texts }: PageView,
): TemplateResult {
  return html`${isFailed ? html`<p class="notice danger" role="alert">${texts.checkNotLoaded}</p>` : nothing} ${offline}
    <p class="small">${texts.notSentYet}</p>
    ${buttons}`;
}

/** The end of the check page, where it is sent. */
export function sendTemplate(
  kind: CaseSubmission['kind'],
  isBusy: boolean,
  { office }: FormSettings,
  { texts, sendingTexts }: PageView,
): TemplateResult {
  return html`<div class="actions">
      <button class="button primary">${sendIcon}${isBusy ? sendingTexts.busy : texts.send[kind]}</button>
    </div>
    ${office ? html`<p class="small receiver icon-16">${officeIcon} ${texts.receiver(office.name)}</p>` : nothing}`;
}

/** The codes alone, as long as the receipt is on its way: they never wait for a file. */
export function codesTemplate({ code, secret }: Received, texts: typeof caseForm): TemplateResult {
  return html`<h2 id="title" tabindex="-1">${texts.shownOnce}</h2>
    <p>${texts.code}: <b translate="no">${code}</b></p>
    <p>${texts.secret}: <b translate="no">${secret}</b></p>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import { casePrivacyNotice, titleFrom, type CaseSubmission } from '@dvk/sdk/cases';
import { casesCreate as body } from '@dvk/sdk/constraints';
import type { Settings } from '@dvk/sdk/settings';
import type { Choice } from '../choice-field/dvk-choice-field.ts';
import type { Upload } from '../file-field/dvk-file-field.ts';
import { contractField, filesField, type FieldView } from '../form/contract-field.ts';
import { addIcon } from '../icons/add.ts';
import { alleyIcon } from '../icons/alley.ts';
import { belowIcon } from '../icons/below.ts';
import { bridgeIcon } from '../icons/bridge.ts';
import { locateIcon } from '../icons/locate.ts';
import { marketIcon } from '../icons/market.ts';
import { placeIcon } from '../icons/place.ts';
import { schoolIcon } from '../icons/school.ts';
import { readForm } from '../internal/form-data.ts';
import type { cases } from '../locale/cases/vi.ts';
import type { Lang } from '../locale/controller.ts';
import { disclosure } from '../parts/disclosure.ts';
import type { OwnLocation } from './location.ts';
import { personalDataNote, type PersonalDataView } from './personal-data.ts';
import { topicIcons } from './topic-icons.ts';
import type { caseForm } from './vi.ts';
import { wayOutTemplate, type WayOutView } from './way-out.ts';

/** Those of the landmarks, in their order. */
const landmarkIcons = [schoolIcon, marketIcon, alleyIcon, bridgeIcon];

/** What the server says of topics, office and consent. */
export type FormSettings = Pick<Settings, 'privacyNotice'> & Partial<Pick<Settings, 'topics' | 'office' | 'province'>>;

/** What the form shows until the server has said so, and where it does not. */
export const defaultSettings: FormSettings = {
  privacyNotice: casePrivacyNotice as Settings['privacyNotice'],
};

/** What the fields need to know about the rest of the form. */
export interface FormView {
  texts: typeof caseForm;
  names: typeof cases;
  lang: Lang;
  kind: CaseSubmission['kind'];
  settings: FormSettings;
  upload: Upload | undefined;
  hasFiles: boolean;
  personal: Omit<PersonalDataView, 'texts'>;
  province: string;
  placesUrl: string;
  location: OwnLocation;
  way: Omit<WayOutView, 'texts' | 'lang'>;
  onPlaceLeft: () => void;
  onLandmark: (words: string) => void;
  hasEmail: boolean;
  onAddEmail: () => void;
  onNoPhotos: () => void;
}

/** The submission, from fields that are all right. */
export function readSubmission(
  form: HTMLFormElement,
  location: CaseSubmission['location'],
  consentVersion: string,
): CaseSubmission {
  const { consent, linked, title, ...rest } = readForm(form) as Record<string, unknown>;
  const { content } = rest as { content: string };
  return {
    ...rest,
    // The server takes the same title from the text by itself.
    ...(title && title !== titleFrom(content) ? { title } : {}),
    ...(location ? { location } : {}),
    ...(linked === undefined ? {} : { linked: true }),
    consent: consent !== undefined,
    consentVersion,
  } as CaseSubmission;
}

type Texts = FormView['texts'];
type FieldName = 'kind' | 'address' | 'senderName' | 'senderPhone' | 'senderEmail';

function field({ labels, hints }: Texts, name: FieldName, more: Partial<FieldView> = {}): TemplateResult {
  const hint = (hints as Partial<Record<FieldName, string>>)[name] ?? '';
  return contractField({ body, name, label: labels[name], hint, ...more });
}

/** Photos first: most people have taken one before they write. */
export function photosTemplate({ texts, upload, hasFiles, onNoPhotos }: FormView): TemplateResult {
  const { labels, hints } = texts;
  return html`<div class="field-with-more photos">
    ${filesField({ body, name: 'attachments', label: labels.attachments, labelHidden: true, hint: hints.attachments, upload })}
    ${
      hasFiles
        ? nothing
        : html`<button class="button plain" type="button" @click=${onNoPhotos}>${belowIcon}${texts.noPhotos}</button>`
    }
  </div>`;
}

/** What it is about. */
export function matterTemplate(view: FormView): TemplateResult {
  const { texts, names, lang, kind, settings, personal } = view;
  const { labels, hints, shortNames } = texts;
  const served = settings.topics?.map(({ topic, name, example }): Choice => ({
    value: topic,
    label: name[lang],
    hint: example[lang],
    icon: topicIcons[topic],
  }));
  const known = Object.keys(topicIcons) as CaseSubmission['topic'][];
  // Until the server has said what it calls them.
  const options = served?.length
    ? served
    : known.map((value): Choice => ({ value, label: names.topics[value], icon: topicIcons[value] }));
  return html`<div class="field-with-more">
      ${field(texts, 'kind', { options: names.kinds, optionHints: texts.kinds, shortName: shortNames.kind })}
      ${disclosure(
        texts.otherKinds,
        html`<p>${texts.notHere}</p>
          <p>${texts.complaint}</p>
          <p>${texts.denunciation}</p>
          <p>${texts.whereTo}</p>`,
      )}
    </div>
    <dvk-choice-field type="tiles" name="topic" label=${labels.topic} .options=${options} required></dvk-choice-field>
    <div class="field-with-more">
      ${contractField({
        body,
        name: 'content',
        label: labels.content[kind],
        shortName: shortNames.content,
        hint: hints.content[kind],
        rows: 4,
      })}
      ${personalDataNote({ ...personal, texts })}
    </div>`;
}

/** Where it is. */
export function placeTemplate(view: FormView): TemplateResult {
  const { texts, lang, province, placesUrl, way, onPlaceLeft, onLandmark } = view;
  const { labels, hints } = texts;
  return html`${locationTemplate(view)}
    <div class="field-with-more" @change=${onPlaceLeft} @focusout=${onPlaceLeft}>
      <dvk-place-field
        name="communeCode"
        province-name="provinceCode"
        label=${labels.communeCode}
        hint=${hints.communeCode}
        province=${province}
        data-url=${placesUrl}
        required
      ></dvk-place-field>
      ${wayOutTemplate({ ...way, texts, lang })}
    </div>
    <div class="field-with-more">
      ${field(texts, 'address', { type: 'multiline', rows: 1 })}
      <div class="landmarks" role="group" aria-label=${texts.landmarksLabel}>
        ${texts.landmarks.map(
          (words, at) =>
            html`<button class="pill" type="button" @click=${() => onLandmark(words)}>
              ${landmarkIcons[at]}${words}
            </button>`,
        )}
      </div>
    </div>`;
}

function locationTemplate({ texts, lang, location }: FormView): TemplateResult | typeof nothing {
  const { value, isAsking, failure } = location;
  if (!value && !location.isPossible) return nothing;
  const metres = (count: number) => Math.max(10, Math.round(count)).toLocaleString(lang === 'vi' ? 'vi-VN' : 'en-GB');
  return html`<div class="location" role="status">
    ${
      value
        ? html`<div class="located with-icon">
            ${placeIcon}
            <p><b>${texts.located}</b></p>
            <p class="small">${texts.accuracy(metres(value.accuracyMetres))}. ${texts.locatedNext}</p>
            <p class="located-actions">
              <button class="link" type="button" @click=${location.ask}>${texts.locateAgain}</button>
              <button class="link" type="button" @click=${location.clear}>${texts.removeLocation}</button>
            </p>
          </div>`
        : html`<button class="button soft locate" type="button" ?disabled=${isAsking} @click=${location.ask}>
              ${locateIcon}${isAsking ? texts.locating : texts.locate}
            </button>
            <p class="small">${texts.locateHint}</p>`
    }
    ${failure ? html`<p class="notice warning">${texts.locationFailures[failure]}</p>` : nothing}
  </div>`;
}

/** Who can be asked, if they wish. */
export function contactTemplate({ texts, hasEmail, onAddEmail }: FormView): TemplateResult {
  return html`<p class="lead">${texts.contact}</p>
    <div class="field-with-more">
      <div class="pair">
        ${field(texts, 'senderPhone', { optional: false, type: 'tel', autocomplete: 'tel', placeholder: texts.phoneExample })}
        ${field(texts, 'senderName', { optional: false, autocomplete: 'name' })}
        ${field(texts, 'senderEmail', { optional: false, type: 'email', autocomplete: 'email', off: !hasEmail })}
      </div>
      ${
        hasEmail
          ? nothing
          : html`<button class="button plain" type="button" @click=${onAddEmail}>${addIcon}${texts.addEmail}</button>`
      }
    </div>`;
}

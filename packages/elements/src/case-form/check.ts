import { html, nothing, type TemplateResult } from 'lit';
import { titleFrom, type CaseSubmission } from '@dvk/sdk/cases';
import { casesCreate as body } from '@dvk/sdk/constraints';
import { documentFileIcon } from '../icons/document-file.ts';
import { audienceIcon } from '../icons/audience.ts';
import { galleryIcon } from '../icons/gallery.ts';
import type { StoredFile } from '../file-field/upload.ts';
import { contractField } from '../form/contract-field.ts';
import type { cases } from '../locale/cases/vi.ts';
import type { Lang } from '../locale/controller.ts';
import type { parts } from '../locale/parts/vi.ts';
import { checkAnswers, type Answer } from '../parts/check-answers.ts';
import type { FormSettings } from './form.ts';
import { topicIcons } from './topic-icons.ts';
import type { caseForm } from './vi.ts';

/** What stands in the form. */
export interface Written {
  kind: CaseSubmission['kind'];
  topic: CaseSubmission['topic'];
  /** What the person has written over the title that comes from the text; `''` where they have not. */
  title: string;
  content: string;
  place: string;
  address: string;
  hasLocation: boolean;
  contact: readonly string[];
  files: readonly StoredFile[];
  thumbnails: ReadonlyMap<string, string>;
}

export interface CheckView {
  written: Written;
  texts: typeof caseForm;
  partTexts: typeof parts;
  names: typeof cases;
  lang: Lang;
  settings: FormSettings;
  /** The title is being changed. */
  isTitleOpen: boolean;
  onTitle: (title: string) => void;
  onEdit: (field: string) => void;
}

/** Everything that will be sent, with a way to change each part, and who will read it. */
export function checkTemplate(view: CheckView): TemplateResult {
  const { texts, partTexts, settings, lang, onEdit } = view;
  return html`${checkAnswers({ answers: answersOf(view), texts: partTexts, onEdit })}
    <div class="notice with-icon readers">
      ${audienceIcon}
      <p><b>${texts.whoReads}</b></p>
      ${settings.privacyNotice.readers.map((line) => html`<p>${line[lang]}</p>`)}
    </div>`;
}

function answersOf(view: CheckView): Answer[] {
  const { written, texts, names, lang, settings } = view;
  const { rows } = texts;
  const { kind, topic, content, files, place, address, hasLocation, contact } = written;
  const areAllPictures = files.length > 0 && files.every(({ id }) => written.thumbnails.has(id));
  const topicName = settings.topics?.find((each) => each.topic === topic)?.name[lang] ?? names.topics[topic];
  const where = [address, place, hasLocation && rows.location].filter(Boolean).join('\n');
  return [
    {
      field: 'attachments',
      name: areAllPictures ? rows.photos(files.length) : rows.files,
      value: files.length > 0 ? filesTemplate(written) : texts.none,
    },
    {
      field: 'kind',
      name: rows.kind,
      value: html`${names.kinds[kind]}
        <p class="topic">${topicIcons[topic]}${topicName}</p>`,
    },
    { field: 'title', name: rows.title, value: titleTemplate(view) },
    { field: 'content', name: rows.content, value: content },
    { field: 'communeCode', name: rows.place, value: where },
    { field: 'senderPhone', name: rows.contact, value: contact.join('\n') || texts.noContact },
  ];
}

function filesTemplate({ files, thumbnails }: Written): TemplateResult {
  return html`<ul class="sent-files">
    ${files.map(({ id, name }) => {
      const small = thumbnails.get(id);
      const isPicture = /\.(?:jpe?g|png|webp)$/i.test(name);
      return small
        ? html`<li><img src=${small} alt=${name} /></li>`
        : html`<li class="file-name">${isPicture ? galleryIcon : documentFileIcon}${name}</li>`;
    })}
  </ul>`;
}

/** The title as it will be; the field to change it stands in its place. */
function titleTemplate({ written, texts, isTitleOpen, onTitle }: CheckView): TemplateResult {
  const { rows, labels } = texts;
  const title = written.title || titleFrom(written.content);
  return html`<div class="title-row">
    ${isTitleOpen ? nothing : html`<b>${title}</b> <span class="small">${rows.titleNote}</span>`}
    ${contractField({ body, name: 'title', label: labels.title, value: title, off: !isTitleOpen, optional: false, onInput: onTitle })}
  </div>`;
}

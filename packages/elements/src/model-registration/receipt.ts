import { html, nothing, type TemplateResult } from 'lit';
import { modelsCreate } from '@dvk/sdk/constraints';
import type { Model } from '@dvk/sdk/models';
import { formatDate, formatMoney } from '@dvk/sdk/text';
import { constraintAt } from '../form/contract-field.ts';
import type { WidgetHost } from '../internal/widget-host.ts';
import { sheetEnd, sheetFacts, sheetHead } from '../paper/official-sheet.ts';
import type { FormTexts } from './texts.ts';
import type { models } from '../locale/models/vi.ts';
import { optionsOf } from './fields.ts';
import { sections, valueAt, type FieldName, type SectionName } from './form.ts';

type Texts = FormTexts;

/** A value of a model as people read it; `''` for none. */
export function shownValue(name: FieldName, model: Model, names: typeof models, place = model.communeCode): string {
  switch (name) {
    case 'unitId':
      return model.unitName;
    case 'communeCode':
      return place;
    case 'tags':
      return model.tags.join(', ');
    case 'otherTags':
      return '';
    case 'attachments':
      return model.attachments.map((file) => file.name).join('\n');
  }
  const value = valueAt(model, name) as string | number | null;
  if (typeof value === 'number') return formatMoney(value);
  const { constraint } = constraintAt(modelsCreate, name);
  return constraint.is === 'text' && constraint.realDate
    ? formatDate(value!)
    : (optionsOf(name, names)?.[value!] ?? value ?? '');
}

/** The code of a model. */
export function codeTemplate({ code }: Model, texts: Texts): TemplateResult {
  return html`<p>${texts.code}: <b class="code" translate="no">${code}</b></p>`;
}

/** What is shown instead of the form. */
export interface Receipt {
  model: Model;
  /** Commune and province in words. */
  place: string;
  /** What the person has just done; absent for a registration that can no longer be corrected. */
  how?: keyof Texts['done'];
}

/** The registration as the system has it: the code, what comes next, and the whole sheet to print on A4. */
export function receiptTemplate(
  { model, place, how }: Receipt,
  texts: Texts,
  names: typeof models,
  { element, locale }: WidgetHost,
  onList: () => void,
  onAnother: () => void,
): TemplateResult {
  const code = codeTemplate(model, texts);
  const [manager, head] = texts.signatures;
  return html`<div class="head screen-only">
      <h2 id="title" tabindex="-1">${how ? texts.done[how] : texts.title}</h2>
      ${code}
      <p class="notice ${how ? 'success' : ''}">${how ? texts.next : texts.notEditable}</p>
      <div class="actions">
        <button class="button primary" type="button" @click=${onList}>${texts.back}</button>
        <button class="button" type="button" @click=${() => window.print()}>${texts.print}</button>
        <button class="button" type="button" @click=${onAnother}>${texts.another}</button>
      </div>
    </div>
    <section class="sheet on-paper" part="sheet" aria-labelledby="sheet-title">
      ${sheetHead(
        {
          issuer: model.unitName,
          number: model.code,
          at: model.createdAt,
          title: texts.paperTitle,
          about: texts.paperAbout,
        },
        element,
        locale,
      )}
      <h3 class="screen-only" id="sheet-title">${texts.sheet}</h3>
      ${Object.entries(sections).map(([section, fields]) => {
        const rows = fields
          .map((name) => [name, shownValue(name, model, names, place)] as const)
          .filter(([, value]) => value);
        if (rows.length === 0) return nothing;
        return html`<h4>${texts.sections[section as SectionName]}</h4>
          ${sheetFacts(rows.map(([name, value]) => [texts.labels[name], value]))}`;
      })}
      ${sheetEnd([{ role: [manager!], name: model.responsiblePerson }, { role: [head!] }], locale)}
    </section>`;
}

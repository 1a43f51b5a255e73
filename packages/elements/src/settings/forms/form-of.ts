import { html, nothing } from 'lit';
import type { Constraint } from '@dvk/sdk/constraints';
import type { HouseStyle, SettingValues } from '@dvk/sdk/settings';
import type { SettingForm } from './setting-form.ts';
import { terms } from './terms.ts';
import { thresholds } from './thresholds.ts';
import { topics } from './topics.ts';
import { contractField } from '../../form/contract-field.ts';
import { addIcon } from '../../icons/add.ts';
import type { settingsForms } from '../../locale/settings-forms/vi.ts';

/** The settings whose value is a few fields. */
export const formSettings = [
  'office',
  'topics',
  'privacy-notice',
  'code-prefixes',
  'role-source',
  'house-style',
  'terms',
  'thresholds',
] as const;
export type FormSetting = (typeof formSettings)[number];

type Texts = typeof settingsForms;

/** A field of a part of the value. */
const field = (body: Constraint, pointer: string, label: string, value: unknown, hint?: string, required = true) =>
  contractField({
    // Named as the server names it; the constraint is that of the value.
    body: { is: 'object', fields: { value: body } },
    name: pointer ? `value/${pointer}` : 'value',
    label,
    hint,
    value: (value ?? '') as string,
    required,
  });

function office(texts: Texts): SettingForm<SettingValues['office']> {
  const labels: Record<string, string> = { name: texts.officeName, hotline: texts.hotline };
  return {
    lines: ({ name, hotline }) => [
      [texts.officeName, name],
      [texts.hotline, hotline ?? texts.noHotline],
    ],
    labelOf: (pointer) => labels[pointer] ?? pointer,
    emptyAt: (pointer) => (pointer === 'hotline' ? null : ''),
    fields: ({ name, hotline }, { body }) =>
      html`<div class="value-fields">
        ${field(body, 'name', texts.officeName, name, texts.officeNameHint)}
        ${field(body, 'hotline', texts.hotline, hotline, undefined, false)}
      </div>`,
  };
}

function codePrefixes(texts: Texts): SettingForm<SettingValues['code-prefixes']> {
  const kinds = ['report', 'proposal', 'model'] as const;
  return {
    lines: (value) => kinds.map((kind) => [texts.prefixes[kind], texts.prefixExample(value[kind])]),
    labelOf: (pointer) => texts.prefixes[pointer as (typeof kinds)[number]] ?? pointer,
    emptyAt: () => '',
    fields: (value, { body }) =>
      html`<div class="value-fields">
        ${kinds.map((kind) => field(body, kind, texts.prefixes[kind], value[kind], texts.prefixHint))}
      </div>`,
  };
}

function roleSource(texts: Texts): SettingForm<SettingValues['role-source']> {
  return {
    lines: (value) => [[texts.source, texts.sources[value]]],
    labelOf: () => texts.source,
    emptyAt: () => '',
    fields: (value) =>
      html`<div class="value-fields">
        <dvk-choice-field
          name="value"
          label=${texts.source}
          value=${value}
          .options=${(['tokens', 'list', 'both'] as const).map((each) => ({
            value: each,
            label: texts.sources[each],
            hint: texts.sourceHints[each],
          }))}
          required
        ></dvk-choice-field>
      </div>`,
  };
}

const styleParts = {
  tones: ['old', 'new'],
  papers: ['party', 'state'],
  address: ['quy-vi', 'ong-ba'],
} as const satisfies { [Part in keyof HouseStyle]: readonly HouseStyle[Part][] };

function houseStyle(texts: Texts): SettingForm<HouseStyle> {
  const parts = Object.keys(styleParts) as (keyof HouseStyle)[];
  const { names, values } = texts.style;
  const nameOf = (part: keyof HouseStyle, value: string) => (values[part] as Record<string, string>)[value]!;
  return {
    note: texts.style.note,
    lines: (value) => parts.map((part) => [names[part], nameOf(part, value[part])]),
    labelOf: (pointer) => names[pointer as keyof HouseStyle] ?? pointer,
    emptyAt: () => '',
    fields: (value) =>
      html`<div class="value-fields">
        ${parts.map(
          (part) =>
            html`<dvk-choice-field
              name="value/${part}"
              label=${names[part]}
              value=${value[part]}
              .options=${styleParts[part].map((each) => ({ value: each, label: nameOf(part, each) }))}
              required
            ></dvk-choice-field>`,
        )}
      </div>`,
  };
}

function privacyNotice(texts: Texts): SettingForm<SettingValues['privacy-notice']> {
  const both = (name: string) => ({ vi: texts.vietnamese(name), en: texts.english(name) });
  const nameOf = (pointer: string): string => {
    const [part, index] = pointer.split('/');
    if (part === 'readers') return texts.reader(Number(index) + 1);
    return part === 'rights' ? texts.rights : texts.consent;
  };
  const labelOf = (pointer: string) => both(nameOf(pointer))[pointer.endsWith('/en') ? 'en' : 'vi'];
  return {
    note: texts.noticeNote,
    lines: ({ consent, rights, readers }) =>
      [
        ['consent', consent] as const,
        ['rights', rights] as const,
        ...readers.map((reader, at) => [`readers/${at}`, reader] as const),
      ].flatMap(([pointer, text]) =>
        (['vi', 'en'] as const).map((lang) => [labelOf(`${pointer}/${lang}`), text[lang]] as const),
      ),
    labelOf,
    emptyAt: () => '',
    fields(value, { body, setValue }) {
      const { consent, rights, readers } = value;
      const list = body.is === 'object' ? body.fields['readers']! : body;
      const { of, max = 0, min = 0 } = list as { of: Constraint; max?: number; min?: number };
      const one = (pointer: string, text: { vi: string; en: string }, constraint = body, at = pointer) =>
        (['vi', 'en'] as const).map((lang) =>
          contractField({
            body: constraint,
            name: `value/${pointer}/${lang}`,
            pointer: at ? `${at}/${lang}` : lang,
            label: labelOf(`${pointer}/${lang}`),
            value: text[lang],
            required: true,
          }),
        );
      return html`<div class="value-fields">
        ${one('consent', consent)} ${one('rights', rights)}
        ${readers.map(
          (reader, at) =>
            html`${one(`readers/${at}`, reader, of, '')}
            ${
              readers.length > min
                ? html`<button
                    class="link"
                    type="button"
                    @click=${() => setValue({ ...value, readers: readers.filter((each) => each !== reader) })}
                  >
                    ${texts.removeReader(at + 1)}
                  </button>`
                : nothing
            }`,
        )}
        ${
          readers.length < max
            ? html`<button
                class="button"
                type="button"
                @click=${() => setValue({ ...value, readers: [...readers, { vi: '', en: '' }] })}
              >
                ${addIcon}${texts.addReader}
              </button>`
            : nothing
        }
      </div>`;
    },
  };
}

const forms = {
  office,
  topics,
  'privacy-notice': privacyNotice,
  'code-prefixes': codePrefixes,
  'role-source': roleSource,
  'house-style': houseStyle,
  terms,
  thresholds,
};

/** How the value of a setting is read and written. */
export const formOf = <Name extends FormSetting>(name: Name, texts: Texts): SettingForm<SettingValues[Name]> =>
  forms[name](texts) as unknown as SettingForm<SettingValues[Name]>;

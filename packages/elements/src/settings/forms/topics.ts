import { html, type TemplateResult } from 'lit';
import type { Constraint } from '@dvk/sdk/constraints';
import { caseTopicNames } from '@dvk/sdk/cases';
import type { SettingValues } from '@dvk/sdk/settings';
import { contractField } from '../../form/contract-field.ts';
import { ascendingIcon } from '../../icons/ascending.ts';
import { descendingIcon } from '../../icons/descending.ts';
import type { settingsForms } from '../../locale/settings-forms/vi.ts';
import type { SettingForm } from './setting-form.ts';
import { tick } from './tick.ts';

type Topics = SettingValues['topics'];
type Topic = Topics[number];

/** The list with two neighbours in each other's place. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const next = [...list];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}

/** The topics of reports and proposals, in the order of the form. */
export function topics(texts: typeof settingsForms): SettingForm<Topics> {
  const parts: Record<string, string> = {
    'name/vi': texts.vietnamese(texts.topicName),
    'name/en': texts.english(texts.topicName),
    'example/vi': texts.vietnamese(texts.topicExample),
    'example/en': texts.english(texts.topicExample),
  };
  const labelOf = (pointer: string) => parts[pointer.split('/').slice(1).join('/')] ?? texts.topicName;
  return {
    note: texts.topicNote,
    lines: (value) => [
      [
        texts.order,
        value
          .filter(({ offered }) => offered)
          .map(({ name }) => name.vi)
          .join('; '),
      ] as const,
      ...value.map(({ topic, name, example, offered, illustrative }) => {
        const said = [
          name.vi,
          name.en,
          `${example.vi} / ${example.en}`,
          illustrative ? texts.sample : '',
          offered ? '' : texts.notOffered,
        ];
        return [caseTopicNames[topic], said.filter(Boolean).join(' · ')] as const;
      }),
    ],
    labelOf,
    emptyAt: () => '',
    fields(value, { body, setValue, change: take }) {
      const { of } = body as { of: Constraint };
      const change = (at: number, more: Partial<Topic>) =>
        take(value.map((each, index) => (index === at ? { ...each, ...more } : each)));
      return html`<ol class="value-fields topics">
        ${value.map(
          (each, at) =>
            html`<li>
              <fieldset>
                <legend>${each.name.vi}</legend>
                ${Object.keys(parts).map((part) => {
                  const [field, lang] = part.split('/') as ['name' | 'example', 'vi' | 'en'];
                  return contractField({
                    body: of,
                    name: `value/${at}/${part}`,
                    pointer: part,
                    label: parts[part]!,
                    value: each[field][lang],
                  });
                })}
                ${tick(texts.offered, each.offered, (offered) => change(at, { offered }))}
                ${tick(texts.sampleExample, each.illustrative, (illustrative) => change(at, { illustrative }))}
                <div class="actions">
                  ${at > 0 ? step(texts.moveUp(each.name.vi), ascendingIcon, () => setValue(moved(value, at, at - 1))) : ''}
                  ${
                    at < value.length - 1
                      ? step(texts.moveDown(each.name.vi), descendingIcon, () => setValue(moved(value, at, at + 1)))
                      : ''
                  }
                </div>
              </fieldset>
            </li>`,
        )}
      </ol>`;
    },
  };
}

const step = (label: string, icon: TemplateResult, onStep: () => void): TemplateResult =>
  html`<button class="button" type="button" aria-label=${label} title=${label} @click=${onStep}>${icon}</button>`;

import { html } from 'lit';
import { thresholdNames, type ThresholdName, type Thresholds } from '@dvk/sdk/settings';
import { formatPoints } from '@dvk/sdk/text';
import { contractField } from '../../form/contract-field.ts';
import type { settingsForms } from '../../locale/settings-forms/vi.ts';
import type { SettingForm } from './setting-form.ts';
import { tick } from './tick.ts';

type Texts = typeof settingsForms;

/** The limits that a province's own regulation decides, each with what it rests on. */
export function thresholds(texts: Texts): SettingForm<Thresholds> {
  const { threshold } = texts;
  const amountOf = (name: ThresholdName, amount: number | null) => {
    if (name === 'reasonAbove')
      return amount === null ? threshold.byRubric : threshold.points(formatPoints(amount, { trim: true }));
    return name === 'lettersADay' ? threshold.letters(amount!) : threshold.days(amount!);
  };
  return {
    note: threshold.note,
    lines: (value) =>
      thresholdNames.map((name) => {
        const { amount, basis } = value[name];
        const sample = basis.confidence === 'illustrative' ? ` (${texts.sample})` : '';
        return [threshold.names[name], `${amountOf(name, amount)} · ${basis.title}${sample}`] as const;
      }),
    labelOf(pointer) {
      const [name, part] = pointer.split('/') as [ThresholdName, string];
      return `${threshold.names[name]} – ${part === 'amount' ? threshold.amounts[name] : texts.term.basis}`;
    },
    emptyAt: (pointer) => (pointer.endsWith('/amount') ? null : ''),
    fields: (value, { body, change }) =>
      html`<ol class="value-fields topics">
        ${thresholdNames.map((name) => {
          const { amount, basis } = value[name];
          const setBasis = (more: Partial<typeof basis>) =>
            change({ ...value, [name]: { ...value[name], basis: { ...basis, ...more } } });
          return html`<li>
            <fieldset>
              <legend>${threshold.names[name]}</legend>
              ${contractField({
                body,
                name: `value/${name}/amount`,
                pointer: `${name}/amount`,
                label: threshold.amounts[name],
                hint: threshold.hints[name],
                value: amount ?? '',
                required: name !== 'reasonAbove',
                type: name === 'reasonAbove' ? 'points' : 'count',
              })}
              ${contractField({
                body,
                name: `value/${name}/basis/title`,
                pointer: `${name}/basis/title`,
                label: texts.term.basis,
                value: basis.title,
                required: true,
              })}
              ${tick(texts.term.sample, basis.confidence === 'illustrative', (isSample) =>
                setBasis({ confidence: isSample ? 'illustrative' : 'published' }),
              )}
            </fieldset>
          </li>`;
        })}
      </ol>`,
  };
}

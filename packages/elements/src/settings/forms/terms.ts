import { html, nothing, type TemplateResult } from 'lit';
import type { Constraint } from '@dvk/sdk/constraints';
import type { SettingValues } from '@dvk/sdk/settings';
import type { DvkChoiceField } from '../../choice-field/dvk-choice-field.ts';
import { contractField } from '../../form/contract-field.ts';
import { addIcon } from '../../icons/add.ts';
import type { settingsForms } from '../../locale/settings-forms/vi.ts';
import type { SettingForm } from './setting-form.ts';
import { tick } from './tick.ts';

type Terms = SettingValues['terms'];
type Term = Terms[number];
type Texts = typeof settingsForms;

/** What a term can be of. */
const matters = ['report', 'proposal', 'any'] as const;
const units = ['working-day', 'calendar-day', 'month'] as const;
/** The step whose term gives the due date of a case. */
const step = 'resolve';

/** A name from a catalogue, or what the API has where that has none. */
const nameIn = (names: Readonly<Record<string, string>>, key: string): string => names[key] ?? key;

/** What a term of a matter is called in receipts and explanations, in both languages. */
function wordsOf(matter: string, { term }: Texts): Pick<Term, 'name' | 'startEvent'> {
  const { names, start } = term.written;
  return { name: names[matter as keyof typeof names] ?? names.any, startEvent: start };
}

function newTerm(terms: Terms, texts: Texts): Term {
  const taken = new Set(terms.map(({ id }) => id));
  let number = 1;
  while (taken.has(`own-${number}`)) number += 1;
  const matter = matters.find((each) => !terms.some((term) => term.matter === each && term.step === step)) ?? 'any';
  return {
    id: `own-${number}`,
    matter,
    step,
    ...wordsOf(matter, texts),
    amount: 10,
    unit: 'working-day',
    rollToWorkingDay: false,
    basis: { title: '', confidence: 'published' },
  };
}

/** One extension that needs no reasons counted, of half of the term. */
const usualExtension = (amount: number): NonNullable<Term['extensions']> => [
  { complexity: 'complex', minReasons: 0, times: 1, amount: Math.max(1, Math.round(amount / 2)) },
];

/** The terms of the province's own regulation, which go before those of the law. */
export function terms(texts: Texts): SettingForm<Terms> {
  const { term } = texts;
  const labels: Record<string, string> = {
    matter: term.matter,
    amount: term.amount,
    unit: term.unit,
    'basis/title': term.basis,
    'extensions/0/times': term.times,
    'extensions/0/amount': term.longer,
  };
  const lineOf = ({ amount, unit, extensions, basis }: Term) =>
    [
      term.length(amount, nameIn(term.units, unit)),
      ...(extensions ?? []).map((each) => term.extension(each.times, each.amount)),
      basis.title + (basis.confidence === 'illustrative' ? ` (${texts.sample})` : ''),
    ].join(' · ');
  return {
    note: term.note,
    lines: (value) =>
      value.length === 0
        ? [[term.own, term.none]]
        : value.map((each, at) => [`${at + 1}. ${nameIn(term.matters, each.matter)}`, lineOf(each)] as const),
    labelOf: (pointer) => labels[pointer.split('/').slice(1).join('/')] ?? term.own,
    emptyAt: () => '',
    fields(value, { body, setValue, change: take }) {
      const { of, max = 0 } = body as { of: Constraint; max?: number };
      const change = (at: number, more: Partial<Term>) =>
        take(value.map((each, index) => (index === at ? { ...each, ...more } : each)));
      return html`<ol class="value-fields topics">
          ${value.map((each, at) => {
            const title = term.title(at + 1);
            const written = (pointer: string, given: string | number | undefined, type?: 'number') =>
              contractField({
                body: of,
                name: `value/${at}/${pointer}`,
                pointer,
                label: labels[pointer]!,
                value: given,
                required: true,
                ...(type && { type }),
              });
            return html`<li>
              <fieldset>
                <legend>${title}</legend>
                ${choice(`value/${at}/matter`, term.matter, each.matter, term.matters, matters, (matter) =>
                  change(at, { matter, ...wordsOf(matter, texts) }),
                )}
                ${written('amount', each.amount)} ${choice(`value/${at}/unit`, term.unit, each.unit, term.units, units)}
                ${written('basis/title', each.basis.title)}
                ${tick(term.sample, each.basis.confidence === 'illustrative', (isSample) =>
                  change(at, { basis: { ...each.basis, confidence: isSample ? 'illustrative' : 'published' } }),
                )}
                ${tick(term.extendable, each.extensions !== undefined, (isExtendable) => {
                  const { extensions: _, ...rest } = each;
                  const next = isExtendable ? { ...rest, extensions: usualExtension(each.amount) } : rest;
                  setValue(value.map((other, index) => (index === at ? next : other)));
                })}
                ${
                  each.extensions?.[0]
                    ? html`${extension('times', each.extensions[0].times)}
                      ${extension('amount', each.extensions[0].amount)}`
                    : nothing
                }
                <div class="actions">
                  <button class="link" type="button" @click=${() => setValue(value.filter((other) => other !== each))}>
                    ${term.remove(title)}
                  </button>
                </div>
              </fieldset>
            </li>`;

            function extension(part: 'times' | 'amount', given: number): TemplateResult {
              const list = (of as Extract<Constraint, { is: 'object' }>).fields['extensions'];
              return contractField({
                body: (list as { of: Constraint }).of,
                name: `value/${at}/extensions/0/${part}`,
                pointer: part,
                label: labels[`extensions/0/${part}`]!,
                value: given,
                required: true,
              });
            }
          })}
        </ol>
        ${
          value.length < max
            ? html`<div class="value-fields">
                <button class="button" type="button" @click=${() => setValue([...value, newTerm(value, texts)])}>
                  ${addIcon}${term.add}
                </button>
              </div>`
            : nothing
        }`;
    },
  };
}

/** A choice of one of several, and of what the API has given where that is none of them. */
function choice(
  name: string,
  label: string,
  value: string,
  names: Readonly<Record<string, string>>,
  among: readonly string[],
  onChoose?: (value: string) => void,
): TemplateResult {
  const values = among.includes(value) ? among : [...among, value];
  return html`<dvk-choice-field
    name=${name}
    type="select"
    label=${label}
    value=${value}
    .options=${values.map((each) => ({ value: each, label: nameIn(names, each) }))}
    required
    @change=${({ target }: Event) => onChoose?.((target as DvkChoiceField).value)}
  ></dvk-choice-field>`;
}

import { html, type TemplateResult } from 'lit';
import { disclosure } from '../parts/disclosure.ts';
import type { FormTexts } from './texts.ts';
import { sections, type FieldName, type SectionName } from './form.ts';

type Texts = FormTexts;

const numerals = ['I', 'II', 'III', 'IV', 'V', 'VI'];

/** The form, part by part, each with its title. */
export function partsOf(texts: Texts): { section: SectionName; names: readonly FieldName[]; title: string }[] {
  return Object.entries(sections).map(([name, names], at) => {
    const section = name as SectionName;
    return { section, names, title: `${numerals[at]}. ${texts.sections[section]}` };
  });
}

/** The title of the part that a field is in. */
export const partOf = (field: string, texts: Texts): string | undefined =>
  partsOf(texts).find(({ names }) => (names as readonly string[]).includes(field))?.title;

/** A link to an element in the same shadow root, which a fragment of the address cannot reach. */
export function jumpTemplate(name: string, text: unknown, target: () => HTMLElement | null): TemplateResult {
  const jump = (event: Event) => {
    event.preventDefault();
    target()?.focus();
  };
  return html`<a href="#${name}" @click=${jump}>${text}</a>`;
}

/** The table of the form's parts, with how many fields each still lacks; on a phone in one line until it is unfolded. */
export function contentsTemplate(
  texts: Texts,
  control: (name: FieldName) => HTMLElement | null,
  heading: (section: SectionName) => HTMLElement | null,
  isNarrow: boolean,
): TemplateResult {
  const missingOf = (names: readonly FieldName[]) => names.filter((name) => control(name)?.matches(':invalid')).length;
  const parts = partsOf(texts);
  const list = html`<ol>
    ${parts.map(({ section, names, title }) => {
      const missing = missingOf(names);
      const text = html`<span>${title}</span> <small class=${missing ? '' : 'full'}>${texts.missing(missing)}</small>`;
      return html`<li>${jumpTemplate(section, text, () => heading(section))}</li>`;
    })}
  </ol>`;
  const all = missingOf(parts.flatMap(({ names }) => names));
  return html`<nav class="contents screen-only" part="contents" aria-label=${texts.contents}>
    ${isNarrow ? disclosure(`${texts.contents}: ${texts.missing(all)}`, list) : list}
  </nav>`;
}

/** What somebody else wrote meanwhile in fields that the person has changed too. */
export function conflictsTemplate(
  conflicts: readonly (readonly [FieldName, string])[],
  texts: Texts,
  control: (name: FieldName) => HTMLElement | null,
): TemplateResult {
  return html`<div class="notice theirs">
    <p>${texts.conflicts}</p>
    <dl class="facts">
      ${conflicts.map(
        ([name, value]) =>
          html`<dt>${jumpTemplate(name, texts.labels[name], () => control(name))}</dt>
            <dd class="prewrap">${value || texts.empty}</dd>`,
      )}
    </dl>
  </div>`;
}

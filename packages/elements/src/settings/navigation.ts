import { html, nothing, type TemplateResult } from 'lit';
import type { SettingName } from '@dvk/sdk/settings';
import { searchKey } from '@dvk/sdk/text';
import { codeIcon } from '../icons/code.ts';
import { dateIcon } from '../icons/date.ts';
import { documentFileIcon } from '../icons/document-file.ts';
import { limitsIcon } from '../icons/limits.ts';
import { officeIcon } from '../icons/office.ts';
import { personalDataIcon } from '../icons/personal-data.ts';
import { rolesIcon } from '../icons/roles.ts';
import { searchIcon } from '../icons/search.ts';
import { sendIcon } from '../icons/send.ts';
import { termsIcon } from '../icons/terms.ts';
import { topicsIcon } from '../icons/topics.ts';
import type { settings } from './vi.ts';

/** Settings without a form here have none. */
const icons: Readonly<Partial<Record<SettingName, TemplateResult>>> = {
  calendar: dateIcon,
  terms: termsIcon,
  topics: topicsIcon,
  office: officeIcon,
  'privacy-notice': personalDataIcon,
  'code-prefixes': codeIcon,
  'role-source': rolesIcon,
  'house-style': documentFileIcon,
  notices: sendIcon,
  thresholds: limitsIcon,
};

export interface NavigationView {
  names: readonly SettingName[];
  current: SettingName | undefined;
  /** What is typed into the search. */
  typed: string;
  texts: typeof settings;
  onSearch: (typed: string) => void;
  onChoose: (name: SettingName) => void;
}

/** The settings whose name or words have every word that is looked for. */
export function foundSettings(names: readonly SettingName[], typed: string, texts: typeof settings): SettingName[] {
  const wanted = searchKey(typed).split(' ').filter(Boolean);
  const more: Readonly<Partial<Record<SettingName, string>>> = texts.words;
  return names.filter((name) => {
    const words = searchKey(`${texts.names[name]} ${more[name] ?? ''}`);
    return wanted.every((each) => words.includes(each));
  });
}

/** The list of settings with a search; narrow, a drop-down list. */
export function navigation(view: NavigationView): TemplateResult {
  const { names, current, typed, texts, onSearch, onChoose } = view;
  const found = foundSettings(names, typed, texts);
  const onKey = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === 'Enter' && found[0]) {
      event.preventDefault();
      onChoose(found[0]);
    } else if (event.key === 'Escape' && typed) {
      event.preventDefault();
      onSearch('');
    }
  };
  return html`<nav class="nav screen-only" aria-label=${texts.list}>
    <label class="box search-box">
      ${searchIcon}<span class="hidden">${texts.search}</span>
      <input
        type="search"
        placeholder=${texts.search}
        .value=${typed}
        autocomplete="off"
        @input=${({ target }: Event) => onSearch((target as HTMLInputElement).value)}
        @keydown=${onKey}
      />
      <kbd aria-hidden="true">/</kbd>
    </label>
    <ul>
      ${found.map(
        (name) =>
          html`<li>
            <button type="button" aria-current=${name === current ? 'page' : nothing} @click=${() => onChoose(name)}>
              ${icons[name]}<span>${texts.shortNames[name]}</span>
            </button>
          </li>`,
      )}
    </ul>
    ${found.length === 0 ? html`<p class="small" role="status">${texts.none}</p>` : nothing}
    <label class="picker">
      <span>${texts.title}</span>
      <select @change=${({ target }: Event) => onChoose((target as HTMLSelectElement).value as SettingName)}>
        ${names.map((name) => html`<option value=${name} .selected=${name === current}>${texts.names[name]}</option>`)}
      </select>
    </label>
  </nav>`;
}

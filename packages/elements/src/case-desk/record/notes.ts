import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { CaseNote } from '@dvk/sdk/cases';
import { formatMoment } from '@dvk/sdk/text';
import { actorName } from '../../desk/actor-name.ts';
import type { caseRecord } from '../../locale/case-record/vi.ts';
import type { Lang } from '../../locale/controller.ts';
import { person } from '../../parts/person.ts';

/** What the offices wrote to each other about a case, newest first. */
export function notesTemplate(notes: readonly CaseNote[], texts: typeof caseRecord, lang: Lang): TemplateResult {
  if (notes.length === 0) return html`<p class="small">${texts.noNotes}</p>`;
  return html`<ol class="notes" aria-label=${texts.tabs.notes}>
    ${notes.map(({ at, by, text }) => {
      const who = actorName(by, texts, lang);
      const unit = by.name && !by.self ? `${who} · ` : '';
      return html`<li>
        ${person({ name: by.self ? texts.you : (by.name ?? who), note: `${unit}${formatMoment(at, lang)}` })}
        <p class="prewrap">${text}</p>
      </li>`;
    })}
  </ol>`;
}

export interface NoteComposerView {
  text: string;
  /** The name of who writes. */
  author: string;
  texts: typeof caseRecord;
  busy: boolean;
  onInput: (text: string) => void;
  onAdd: () => void;
}

/** The first letters of the first and the last part of a name: “Phạm Thị D” → “PD”. */
function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0]!, words.at(-1)!] : words;
  return ends.map((word) => word.charAt(0).toUpperCase()).join('');
}

/** A line for a note, which grows with it; Ctrl + Enter adds it, too. */
export function noteComposer({ text, author, texts, busy, onInput, onAdd }: NoteComposerView): TemplateResult {
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onAdd();
  };
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    onAdd();
  };
  return html`<form class="note-form screen-only" @submit=${onSubmit}>
    ${author ? html`<span class="initials" aria-hidden="true">${initialsOf(author)}</span>` : nothing}
    <textarea
      name="note"
      rows="1"
      maxlength="4000"
      aria-label=${texts.note}
      placeholder=${texts.notePlaceholder}
      .value=${live(text)}
      @input=${(event: Event) => onInput((event.target as HTMLTextAreaElement).value)}
      @keydown=${onKey}
    ></textarea>
    <button class="button" ?disabled=${busy}>${texts.addNote}</button>
  </form>`;
}

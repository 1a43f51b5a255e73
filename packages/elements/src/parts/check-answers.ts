import { css, html, type TemplateResult } from 'lit';
import { editIcon } from '../icons/edit.ts';
import { iconStyles } from '../icons/icon.ts';
import { nameInSentence } from '../locale/name-in-sentence.ts';
import type { parts } from '../locale/parts/vi.ts';

/** One answer of a form, to be looked through before it is sent. */
export interface Answer {
  /** The field it belongs to. */
  field: string;
  name: string;
  value: string | TemplateResult;
}

export interface CheckAnswersView {
  answers: readonly Answer[];
  texts: typeof parts;
  /** Goes to the field. When the person comes back, {@link focusAnswer} returns to the row. */
  onEdit: (field: string) => void;
}

/** Everything that will be sent, each with a way to change it. */
export const checkAnswers = ({ answers, texts, onEdit }: CheckAnswersView): TemplateResult =>
  html`<dl class="answers" part="answers">
    ${answers.map(
      ({ field, name, value }) =>
        html`<div class="answer-row">
          <dt>${name}</dt>
          <dd class="answer-value">${value}</dd>
          <dd class="answer-edit">
            <button
              class="edit"
              type="button"
              data-field=${field}
              aria-label=${texts.editOf(nameInSentence(name))}
              @click=${() => onEdit(field)}
            >
              ${editIcon}<span>${texts.edit}</span>
            </button>
          </dd>
        </div>`,
    )}
  </dl>`;

/** Puts the focus back on the “Sửa” of a field. */
export function focusAnswer(root: ParentNode, field: string): void {
  root.querySelector<HTMLElement>(`.edit[data-field="${CSS.escape(field)}"]`)?.focus();
}

export const checkAnswersStyles = [
  iconStyles,
  css`
    .answers {
      padding-inline: 1.25em;
      border: 1px solid var(--_rule);
      border-radius: var(--_radius-card);
      background: var(--_surface);
    }
    .answer-row {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0 1em;
      padding-block: 1em;
    }
    .answer-row + .answer-row {
      border-block-start: 1px solid var(--_rule);
    }
    .answer-row > dt {
      color: var(--_muted);
      font-size: var(--_font-s);
    }
    .answer-value {
      grid-column: 1 / -1;
      white-space: pre-line;
    }
    .answer-edit {
      grid-area: 1 / 2;
    }
    .edit {
      display: inline-flex;
      align-items: center;
      gap: 0.4em;
      min-block-size: 2.75em;
      margin-block: -0.6em;
      padding: 0 0.25em;
      border: 0;
      background: none;
      color: var(--_action);
      font-weight: 600;
      cursor: pointer;
    }
    .edit > span {
      text-decoration: underline;
      text-underline-offset: 0.2em;
    }
    @media print {
      .answer-edit {
        display: none;
      }
    }
  `,
];

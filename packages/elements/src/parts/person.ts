import { css, html, nothing, type TemplateResult } from 'lit';
import { iconStyles } from '../icons/icon.ts';
import { peopleIcon } from '../icons/people.ts';
import { personIcon } from '../icons/person.ts';

export interface PersonLine {
  name: string;
  /** Role, unit, time. */
  note?: string | undefined;
  isCollective?: boolean;
}

/** Who: an icon of its kind, the name, and what is known of them. Nobody has a picture. */
export const person = ({ name, note, isCollective = false }: PersonLine): TemplateResult =>
  html`<p class="person">
    ${isCollective ? peopleIcon : personIcon}<span
      ><b>${name}</b>${note ? html` <span class="note">· ${note}</span>` : nothing}</span
    >
  </p>`;

export const personStyles = [
  iconStyles,
  css`
    .person {
      display: flex;
      gap: 0.5em;
    }
    .person > .icon {
      margin-block-start: 0.2em;
      color: var(--_muted);
    }
    .person .note {
      color: var(--_muted);
    }
  `,
];

import { aTimeout } from '@open-wc/testing';
import { controlsOf, type FormControl } from '../internal/form-control.ts';

/** What a person sees of a field, whatever its value is. */
export interface Shown {
  /** The text in the box, the chosen line of a drop-down list. */
  text: string;
  ticked: string[];
  files: string[];
  count: string;
  error: string;
  invalid: boolean;
  required: boolean;
  /** Lines of an open list. */
  lines: number;
}

export function shown(field: FormControl): Shown {
  const root = field.shadowRoot!;
  const all = <T extends Element>(selector: string) => [...root.querySelectorAll<T>(selector)];
  const textOf = (selector: string) => all(selector).map(({ textContent }) => textContent!.trim());
  const box = root.querySelector<HTMLInputElement | HTMLSelectElement>('#control');
  return {
    text: box instanceof HTMLSelectElement ? (box.selectedOptions[0]?.text.trim() ?? '') : (box?.value ?? ''),
    ticked: all<HTMLInputElement>('.option input:checked').map(({ value }) => value),
    files: textOf('.file .name'),
    count: textOf('.count').join(),
    error: textOf('#error').join(),
    invalid: all('[aria-invalid=true]').length > 0,
    required: all('[required], [aria-required=true]').length > 0,
    lines: all('[role=option]').length,
  };
}

/** What is shown once names that come later are there. */
export async function settled(field: FormControl): Promise<Shown> {
  for (let before = ''; ; await aTimeout(20)) {
    await field.updateComplete;
    const now = shown(field);
    const named = !field.data || now.text || now.ticked.length > 0 || now.files.length > 0;
    if (named && JSON.stringify(now) === before) return now;
    before = JSON.stringify(now);
  }
}

/** What is shown of every field of a form, by name. */
export async function settledForm(form: HTMLFormElement): Promise<Record<string, Shown>> {
  const all: Record<string, Shown> = {};
  for (const field of controlsOf(form)) all[field.name] = await settled(field);
  return all;
}

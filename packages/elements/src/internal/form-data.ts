/**
 * Forms of the widgets name each field by the JSON pointer of what it edits, without the first slash:
 * `place/communeCode` edits `{place: {communeCode: …}}`. Reading a form, finding the field of a server error and keeping a
 * draft all follow from that.
 */
import type { FieldError } from '@dvk/sdk/contract';
import { controlsOf, type Fields, type FormControl } from './form-control.ts';
import { isRecord } from './is-record.ts';

type Json = Record<string, unknown>;

/** The values of all enabled fields as one JSON object; empty fields are left out. */
export function readForm(form: HTMLFormElement): Json {
  const body: Json = {};
  for (const control of controlsOf(form)) {
    if (control.matches(':disabled')) continue;
    for (const [name, data] of Object.entries(control.entries)) {
      if (!name || data === undefined) continue;
      const path = name.split('/');
      const last = path.pop()!;
      let at = body;
      for (const key of path) at = (at[key] ??= {}) as Json;
      at[last] = data;
    }
  }
  return body;
}

/** The field that a pointer of the server names, or else the nearest one above it. */
export function fieldAt(form: Fields, pointer: string): FormControl | undefined {
  const controls = controlsOf(form);
  for (let name = pointer.slice(1); name; name = name.slice(0, Math.max(0, name.lastIndexOf('/')))) {
    const found = controls.find((control) => name in control.entries);
    if (found) return found;
  }
  return undefined;
}

/** Puts the server's field errors on the fields; gives back those that belong to no field of the form. */
export function showFieldErrors(form: Fields, errors: readonly FieldError[]): FieldError[] {
  return errors.filter((error) => {
    const field = fieldAt(form, error.pointer);
    if (field) field.error = error.detail;
    return !field;
  });
}

/** What a person has entered in a form, field by field, also what is not right yet. */
export type FormState = Record<string, string>;

export const isFormState = (state: unknown): state is FormState =>
  isRecord(state) && Object.values(state).every((value) => typeof value === 'string');

export function formState(form: HTMLFormElement): FormState {
  return Object.fromEntries(controlsOf(form).map((control) => [control.name, control.restorableState]));
}

/** Puts a draft back. Fields that it does not know stay as they are. */
export function restoreForm(form: HTMLFormElement, state: FormState): void {
  for (const control of controlsOf(form)) {
    const value = state[control.name];
    if (value !== undefined) control.restoreState(value);
  }
}

/**
 * The value of each field, to see later which have changed: as data, so that the same number written in another way is no
 * change; as text while that cannot be read yet.
 */
export function fieldValues(form: HTMLFormElement): FormState {
  return Object.fromEntries(
    controlsOf(form).map((control) => [control.name, JSON.stringify(control.data) ?? control.restorableState]),
  );
}

/** The fields whose values have changed, as a draft holds them. */
export function changedFields(form: HTMLFormElement, before: FormState): FormState {
  const now = fieldValues(form);
  return Object.fromEntries(Object.entries(formState(form)).filter(([name]) => now[name] !== before[name]));
}

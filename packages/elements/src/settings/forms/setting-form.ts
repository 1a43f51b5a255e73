import type { CSSResult, TemplateResult } from 'lit';
import type { Constraint } from '@dvk/sdk/constraints';

export interface FieldsView<Value> {
  /** What the contract asks of the value. */
  body: Constraint;
  /** Takes a value with more or fewer lines, or with them in another order: the fields begin anew. */
  setValue: (value: Value) => void;
  /** Takes a value with the same lines: the focus stays where it is. */
  change: (value: Value) => void;
}

/** How the value of a setting is read and written. */
export interface SettingForm<Value> {
  /** The value in words, by the names of its parts. */
  lines: (value: Value) => readonly (readonly [label: string, text: string])[];
  /** The value as it is read, where it is more than its lines. */
  overview?: (value: Value) => TemplateResult;
  /** What the part at a pointer is called. */
  labelOf: (pointer: string, value: Value) => string;
  /** What stands for an empty field. */
  emptyAt: (pointer: string) => unknown;
  /** What is wrong beyond the contract, in words, where the form knows the rule of the server. */
  faults?: (value: Value) => readonly string[];
  fields: (value: Value, view: FieldsView<Value>) => TemplateResult;
  /** What it is drawn with, beside what all forms have. */
  styles?: readonly CSSResult[];
  note?: string;
}

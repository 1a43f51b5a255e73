import type { TemplateResult } from 'lit';
import type { Constraint } from '@dvk/sdk/constraints';

export interface FieldsView<Value> {
  /** What the contract asks of the value. */
  body: Constraint;
  /** Takes a value with more or fewer lines. */
  setValue: (value: Value) => void;
}

/** How the value of a setting is read and written. */
export interface SettingForm<Value> {
  /** The value in words, by the names of its parts. */
  lines: (value: Value) => readonly (readonly [label: string, text: string])[];
  /** What the part at a pointer is called. */
  labelOf: (pointer: string) => string;
  /** What stands for an empty field. */
  emptyAt: (pointer: string) => unknown;
  fields: (value: Value, view: FieldsView<Value>) => TemplateResult;
  note?: string;
}

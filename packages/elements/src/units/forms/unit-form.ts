import type { TemplateResult } from 'lit';
import type { UnitRecord } from '@dvk/sdk/units';
import type { FieldContext } from './unit-fields.ts';

/** What a form is filled with, and what it says, by the names of its fields. */
export type Values = Record<string, unknown>;

/** What comes of a form: the unit that is shown next, and what is said. */
export interface Done {
  saved: UnitRecord;
  text: string;
}

/** How a form sends what it holds. */
export interface Sending {
  /** Values of the fields that are on; empty ones are left out. */
  values: Values;
  /** The names of the fields that the person has changed. */
  changed: readonly string[];
  idempotencyKey: string;
}

/** A form in a dialog. */
export interface UnitForm {
  /** Names it among the drafts. */
  key: string;
  title: string;
  sendLabel: string;
  icon?: TemplateResult;
  /** A word at the foot, e.g. that it cannot be undone. */
  note?: string;
  /** What the fields begin with. */
  initial: Readonly<Record<string, string>>;
  /** Sent only where something beside the reason has changed. */
  needsChange?: boolean;
  /** The version of a unit that it changes. */
  base?: UnitRecord;
  /** Goes on from a newer version; returns what the fields begin with then. */
  rebase?: (latest: UnitRecord) => Readonly<Record<string, string>>;
  fields: (values: Values, context: FieldContext) => TemplateResult;
  /** Prepares for a draft, whose fields may be more than those at the beginning. */
  prepare?: (names: readonly string[]) => void;
  onEdit?: (values: Values) => void;
  onClose?: () => void;
  send: (sending: Sending) => Promise<Done>;
}

import type { UnitRecord } from '@dvk/sdk/units';
import type { DialogForm } from '../../form/dialog-forms.ts';
import type { FieldContext } from './unit-fields.ts';

export type { Values } from '../../form/dialog-forms.ts';

/** A form for units in a dialog. */
export type UnitForm = DialogForm<UnitRecord, FieldContext>;

import { define } from '../internal/define.ts';
import { DvkUnitField } from './dvk-unit-field.ts';

define(DvkUnitField);

declare global {
  interface HTMLElementTagNameMap {
    'dvk-unit-field': DvkUnitField;
  }
}

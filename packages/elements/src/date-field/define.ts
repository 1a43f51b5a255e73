import { define } from '../internal/define.ts';
import { DvkDateField } from './dvk-date-field.ts';

define(DvkDateField);

declare global {
  interface HTMLElementTagNameMap {
    'dvk-date-field': DvkDateField;
  }
}

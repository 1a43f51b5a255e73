import { define } from '../internal/define.ts';
import { DvkChoiceField } from './dvk-choice-field.ts';

define(DvkChoiceField);

declare global {
  interface HTMLElementTagNameMap {
    'dvk-choice-field': DvkChoiceField;
  }
}

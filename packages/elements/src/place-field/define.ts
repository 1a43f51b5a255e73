import { define } from '../internal/define.ts';
import { DvkPlaceField } from './dvk-place-field.ts';

define(DvkPlaceField);

declare global {
  interface HTMLElementTagNameMap {
    'dvk-place-field': DvkPlaceField;
  }
}

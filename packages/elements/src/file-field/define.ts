import { define } from '../internal/define.ts';
import { DvkFileField } from './dvk-file-field.ts';

define(DvkFileField);

declare global {
  interface HTMLElementTagNameMap {
    'dvk-file-field': DvkFileField;
  }
}

import { define } from '../internal/define.ts';
import { DvkTextField } from './dvk-text-field.ts';

define(DvkTextField);

declare global {
  interface HTMLElementTagNameMap {
    'dvk-text-field': DvkTextField;
  }
}

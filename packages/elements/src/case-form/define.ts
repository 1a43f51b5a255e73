import { define } from '../internal/define.ts';
import { DvkCaseForm } from './dvk-case-form.ts';

define(DvkCaseForm);

declare global {
  interface HTMLElementTagNameMap {
    'dvk-case-form': DvkCaseForm;
  }
}

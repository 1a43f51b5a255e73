import { define } from '../internal/define.ts';
import { DvkModelRegistration } from './dvk-model-registration.ts';

define(DvkModelRegistration);

declare global {
  interface HTMLElementTagNameMap {
    'dvk-model-registration': DvkModelRegistration;
  }
}

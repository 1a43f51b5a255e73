import { define } from '../internal/define.ts';
import { DvkComplaintTracker } from './dvk-complaint-tracker.ts';

define(DvkComplaintTracker);

declare global {
  interface HTMLElementTagNameMap {
    'dvk-complaint-tracker': DvkComplaintTracker;
  }
}

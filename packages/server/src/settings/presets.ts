import { legalTerms, vietnamCalendar, type TermRule, type WorkCalendar } from '@dvk/sdk/calendar';
import { receivingOffice } from '@dvk/sdk/cases';
import type { Presets } from '@dvk/sdk/settings';

export interface PresetOptions {
  /** Code of the one province served, e.g. `38`: what lies in another is refused. Without it all provinces are taken. */
  province?: string | undefined;
  /** The office that receives cases, as receipts and forms name it, and its telephone number. */
  office?: { name?: string | undefined; hotline?: string | undefined } | undefined;
  /** The working calendar of due dates: by default that of Vietnamese state bodies. */
  calendar?: WorkCalendar;
  /** Terms of law and regulation; a province puts its own after `legalTerms`. */
  terms?: readonly TermRule[];
}

/** What holds until the settings of a tenant say otherwise. */
export function presetsOf({ province, office, calendar, terms }: PresetOptions): Presets {
  return {
    office: { name: office?.name ?? receivingOffice.vi, hotline: office?.hotline ?? null },
    calendar: calendar ?? vietnamCalendar,
    terms: terms ?? legalTerms,
    province,
  };
}

import { html, type TemplateResult } from 'lit';
import { formatDate } from '@dvk/sdk/text';
import type { SuccessionEffect } from '@dvk/sdk/units';
import { inboxIcon } from '../../icons/inbox.ts';
import { officeIcon } from '../../icons/office.ts';
import { administrativeProcedureIcon } from '../../icons/administrative-procedure.ts';
import type { unitForms } from '../../locale/unit-forms/vi.ts';

/** So many units are named; the others are counted. */
const namedUnits = 5;

/**
 * What a merge or split would bring about.
 * @param on - the first day of the successors
 */
export function effectTable(
  { openCases, atOnce, movedUnits, stays }: SuccessionEffect,
  texts: typeof unitForms,
  on: string,
): TemplateResult {
  const when = atOnce ? texts.atOnce : texts.onDay(formatDate(on));
  const cases = openCases.filter(({ count }) => count > 0);
  const kept = stays
    .filter(({ count }) => count > 0)
    .map(({ area, count }) => (texts.areas[area] ?? texts.otherRecords)(count));
  const more = movedUnits.length - namedUnits;
  const names = movedUnits.slice(0, namedUnits).map(({ name }) => name);
  const row = (icon: unknown, what: string, then: string) => html`<li>${icon}<b>${what}</b><span>${then}</span></li>`;
  return html`<ul class="effects">
    ${row(administrativeProcedureIcon, kept.length > 0 ? kept.join(', ') : texts.nothingStays, kept.length > 0 ? texts.stays : '')}
    ${
      cases.length === 0
        ? row(inboxIcon, texts.openCases(0), '')
        : cases.map(({ name, count }) => row(inboxIcon, texts.openCases(count), texts.casesGo(name, when)))
    }
    ${
      movedUnits.length > 0
        ? row(
            officeIcon,
            texts.movedUnits(movedUnits.length),
            texts.unitsGo(names.join(', ')) + (more > 0 ? texts.andMore(more) : ''),
          )
        : ''
    }
  </ul>`;
}

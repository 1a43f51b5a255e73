import { formatLongDate } from '@dvk/sdk/text';
import type { PaperTemplate, Values } from './template.ts';
import { headValues, type PaperOffice } from './office.ts';

/** What every paper is made from. */
export interface PaperData {
  office: PaperOffice;
  /** Of the paper, `YYYY-MM-DD`. */
  date: string;
}

/** A kind of paper whose tags are those of its head and its own. */
export function defineTemplate<Data extends PaperData>(template: PaperTemplate<Data>): PaperTemplate<Data> {
  return {
    ...template,
    values: (data, profile): Values => ({
      ...headValues(data.office),
      'địa danh và ngày tháng': dated(data),
      ...template.values(data, profile),
    }),
  };
}

function dated({ office: { place }, date }: PaperData): string {
  const day = formatLongDate(date);
  return place ? `${place}, ${day}` : day.charAt(0).toLocaleUpperCase('vi') + day.slice(1);
}

import type { TagHandlers } from '@dvk/sdk/office';
import { UnfitOfficeFile } from './unfit-office-file.ts';

const isOn = (value: string | undefined) => value === '1' || value?.toLowerCase() === 'true';

/**
 * Checks the links of a workbook to programs, and its queries. A query with a stored result does no harm; one that runs
 * again by itself, when the workbook is opened or every few minutes, does.
 */
export function dataLinkCheck(): TagHandlers {
  let refreshed = false;
  return {
    open(tag, attributes) {
      if (tag === 'ddeLink' || tag === 'oleLink') throw new UnfitOfficeFile('commands');
      if (tag === 'connection')
        refreshed = isOn(attributes['refreshOnLoad']) || Number(attributes['interval'] ?? 0) > 0;
      else if (tag === 'queryTable' || tag === 'pivotCacheDefinition') refreshed = isOn(attributes['refreshOnLoad']);
      if (!refreshed) return;
      const asks =
        ['dbPr', 'olapPr', 'webPr', 'queryTable'].includes(tag) ||
        (tag === 'cacheSource' && attributes['type'] === 'external');
      if (asks) throw new UnfitOfficeFile('commands');
    },
  };
}

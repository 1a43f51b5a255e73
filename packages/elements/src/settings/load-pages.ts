import type { SettingName } from '@dvk/sdk/settings';
import { loadPart } from '../internal/load-part.ts';
import type { FormSetting } from './forms/form-of.ts';
import type { PageOptions, SettingPage } from './page.ts';

// In a module without decorators: in one that has them tsc leaves the `.ts` in `import()`.

type MakePage = (options: PageOptions<never>) => SettingPage;

/** Loads what shows a setting. */
export function loadPage(name: SettingName): Promise<MakePage> {
  return loadPart(async () => {
    if (name !== 'calendar') {
      const { FormPage } = await import('./forms/form-page.ts');
      return (options) => new FormPage(name as FormSetting, options as unknown as PageOptions<FormSetting>);
    }
    const { CalendarPage } = await import('./calendar/calendar-page.ts');
    return (options) => new CalendarPage(options as unknown as PageOptions<'calendar'>);
  });
}

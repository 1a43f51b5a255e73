import type { SettingName } from '@dvk/sdk/settings';
import { loadPart } from '../internal/load-part.ts';
import type { FormSetting } from './forms/form-of.ts';
import type { PageOptions, SettingPage } from './page.ts';

// In a module without decorators: in one that has them tsc leaves the `.ts` in `import()`.

type MakePage = (options: PageOptions<never>) => SettingPage;

/** Loads what shows a setting. */
export function loadPage(name: SettingName): Promise<MakePage> {
  return loadPart(async () => {
    if (name === 'calendar') {
      const { CalendarPage } = await import('./calendar/calendar-page.ts');
      return (options) => new CalendarPage(options as unknown as PageOptions<'calendar'>);
    }
    if (name === 'notices') {
      const [{ FormPage }, { noticeRules, presetNoticeRules }] = await Promise.all([
        import('./forms/form-page.ts'),
        import('./notices/notice-rules.ts'),
      ]);
      return (options) => {
        const all = { ...(options as unknown as PageOptions<'notices'>), preset: presetNoticeRules() };
        return new FormPage('notices', all, noticeRules());
      };
    }
    const [{ FormPage }, { formOf }] = await Promise.all([
      import('./forms/form-page.ts'),
      import('./forms/form-of.ts'),
    ]);
    const plain = name as FormSetting;
    return (options) =>
      new FormPage(plain, options as unknown as PageOptions<FormSetting>, (texts) => formOf(plain, texts));
  });
}

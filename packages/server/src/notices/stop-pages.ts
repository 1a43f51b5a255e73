import { html } from 'hono/html';
import type { Context } from 'hono';
import type { Database } from '../database/index.ts';
import type { AppEnvironment } from '../http/app-environment.ts';
import type { OpenPath } from '../http/app.ts';
import type { Services } from '../http/services.ts';
import { negotiateLocale } from '../problems/locale.ts';
import { HttpProblem } from '../problems/problem.ts';
import { readStop, stopMail, stopPath } from './stop-link.ts';

const texts = {
  ask: { vi: 'Ngừng nhận thư thông báo?', en: 'Receive no more mail?' },
  button: { vi: 'Ngừng nhận thư', en: 'Receive no more mail' },
  done: { vi: 'Quý vị sẽ không nhận thư thông báo nữa', en: 'You will receive no more mail' },
  stays: {
    vi: 'Thông báo trên cổng vẫn còn. Quý vị có thể nhận thư lại trong phần tùy chọn thông báo.',
    en: 'Notices on the portal stay. You can have mail again in the preferences of notices.',
  },
} as const;

/** The addresses that letters end with: a page that asks, and the POST that mail programs send by themselves (RFC 8058). */
export function stopPaths(
  database: Database,
  services: Services,
  ready: () => Promise<void>,
  clock: () => Date,
): OpenPath[] {
  const answer = (c: Context<AppEnvironment>, page: 'ask' | 'done') => {
    const locale = negotiateLocale(c.req.header('accept-language') ?? null);
    c.header('cache-control', 'no-store');
    return c.html(
      html`<!doctype html>
        <html lang="${locale}">
          <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <title>${texts[page][locale]}</title>
          </head>
          <body>
            <main>
              <h1>${texts[page][locale]}</h1>
              <p>${texts.stays[locale]}</p>
              ${page === 'ask' ? html`<form method="post"><button>${texts.button[locale]}</button></form>` : ''}
            </main>
          </body>
        </html>`,
    );
  };
  const path = `/${stopPath}`;
  const stopped = (c: Context<AppEnvironment>) => {
    c.set('route', path);
    const found = readStop(services.keyring, c.req.query('of') ?? '');
    if (!found) throw new HttpProblem('not-found');
    return found;
  };
  return [
    {
      path,
      limit: 'read',
      handle(c) {
        stopped(c);
        return answer(c, 'ask');
      },
    },
    {
      path,
      method: 'POST',
      limit: 'read',
      async handle(c) {
        const whose = stopped(c);
        await ready();
        await database.transaction((db) => stopMail(db, whose, clock().toISOString()));
        return answer(c, 'done');
      },
    },
  ];
}

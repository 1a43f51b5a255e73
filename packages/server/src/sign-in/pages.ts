import { createHash } from 'node:crypto';
import type { Bilingual } from '@dvk/sdk/errors';
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Locale } from '../problems/locale.ts';

const style =
  'body{font:1.125rem/1.6 system-ui,sans-serif;max-width:36rem;margin:10vh auto;padding:0 1rem;color-scheme:light dark}' +
  'a.choice{display:block;padding:.75rem 1rem;margin:.75rem 0;border:1px solid;border-radius:.5rem;text-decoration:none}' +
  'a:focus-visible{outline:3px solid;outline-offset:2px}';

/** Letter for letter as it was hashed. */
const styleTag = `<style>${style}</style>`;

/** What lets browsers use the style of these pages, and no other. */
export const pageStyle = { styleSrc: [`'sha256-${createHash('sha256').update(style).digest('base64')}'`] };

const texts = {
  choose: { vi: 'Quý vị đăng nhập bằng tài khoản nào?', en: 'Which account do you sign in with?' },
  notSignedIn: { vi: 'Chưa đăng nhập được', en: 'You are not signed in' },
  refused: {
    vi: 'Lần đăng nhập này đã bị hủy, để quá lâu, hoặc được mở ở trình duyệt khác. Mời quý vị thử lại.',
    en: 'This sign-in was cancelled, took too long, or was begun in another browser. Please try again.',
  },
  unavailable: {
    vi: 'Dịch vụ đăng nhập tạm thời không trả lời. Mời quý vị thử lại sau ít phút.',
    en: 'The sign-in service does not answer at the moment. Please try again in a few minutes.',
  },
  strangeBack: {
    vi: 'Địa chỉ quay về không thuộc cổng này (máy chủ chỉ nhận các địa chỉ trong DVK_ORIGINS).',
    en: 'The address to return to is not of this portal (the server takes those of DVK_ORIGINS alone).',
  },
  strangeIssuer: { vi: 'Không có dịch vụ đăng nhập này.', en: 'There is no such sign-in service.' },
  again: { vi: 'Thử lại', en: 'Try again' },
} as const satisfies Record<string, Bilingual>;

type Content = HtmlEscapedString | Promise<HtmlEscapedString>;

function page(locale: Locale, title: string, content: Content): Content {
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        ${raw(styleTag)}
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html>`;
}

/** Where there are several services to sign in with. */
export function choicePage(locale: Locale, choices: readonly { label: string; href: string }[]): Content {
  const links = choices.map(({ label, href }) => html`<a class="choice" href="${href}">${label}</a>`);
  return page(locale, texts.choose[locale], html`${links}`);
}

/** Why somebody is not signed in, and where to try again. */
export function refusalPage(
  locale: Locale,
  why: 'refused' | 'unavailable' | 'strangeBack' | 'strangeIssuer',
  again?: string,
): Content {
  const link = again === undefined ? '' : html`<p><a class="choice" href="${again}">${texts.again[locale]}</a></p>`;
  return page(
    locale,
    texts.notSignedIn[locale],
    html`<p>${texts[why][locale]}</p>
      ${link}`,
  );
}

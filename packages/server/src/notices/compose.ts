import type { Bilingual } from '@dvk/sdk/errors';
import { dateInVietnam, formatDate } from '@dvk/sdk/text';
import { html, raw } from 'hono/html';
import type { Locale } from '../problems/locale.ts';

interface Content {
  locale: Locale;
  /** RFC 3339 instant */
  now: string;
  isDigest: boolean;
  notices: readonly { title: Bilingual; text: Bilingual }[];
  officeName: string;
  portal: URL | undefined;
  stop: URL;
}

/** Most notices that a letter writes out; how many more there are stands below. */
const most = 30;

const texts = {
  subject: {
    vi: (day: string, count: number) => `Thông báo ngày ${day}: ${count} mục`,
    en: (day: string, count: number) => `Notices of ${day}: ${count}`,
  },
  more: {
    vi: (count: number) => `Và ${count} mục khác trên cổng.`,
    en: (count: number) => `And ${count} more on the portal.`,
  },
  open: { vi: 'Mở cổng', en: 'Open the portal' },
  automatic: {
    vi: 'Thư gửi tự động, vui lòng không trả lời thư này.',
    en: 'This letter was sent automatically; please do not reply.',
  },
  stop: { vi: 'Không nhận thư này nữa', en: 'Receive no more mail' },
} as const;

/** A letter as it is written: one notice, or those of a day. Its subject names nobody, and says nothing of what anybody wrote. */
export async function compose({ locale, now, isDigest, notices, officeName, portal, stop }: Content) {
  const day = formatDate(dateInVietnam(now));
  const subject = isDigest ? texts.subject[locale](day, notices.length) : notices[0]!.title[locale];
  const shown = notices.slice(0, most);
  const rest = notices.length - shown.length;
  const text = [
    ...shown.map((notice) => `${notice.title[locale]}\n${notice.text[locale]}`),
    ...(rest > 0 ? [texts.more[locale](rest)] : []),
    ...(portal ? [`${texts.open[locale]}: ${portal.href}`] : []),
    `${officeName}\n${texts.automatic[locale]}`,
    `${texts.stop[locale]}: ${stop.href}`,
  ].join('\n\n');
  const page = html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <title>${subject}</title>
      </head>
      <body>
        ${shown.map(
          (notice) =>
            html`<h2>${notice.title[locale]}</h2>
              <p>${notice.text[locale]}</p>`,
        )}
        ${rest > 0 ? html`<p>${texts.more[locale](rest)}</p>` : raw('')}
        ${portal ? html`<p><a href="${portal.href}">${texts.open[locale]}</a></p>` : raw('')}
        <hr />
        <p>${officeName}<br />${texts.automatic[locale]}</p>
        <p><a href="${stop.href}">${texts.stop[locale]}</a></p>
      </body>
    </html>`;
  return { subject, text, html: String(await page) };
}

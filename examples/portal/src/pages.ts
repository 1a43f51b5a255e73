import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { DemoPersonOfRole } from '@dvk/server';
import { escapeHtml } from './security.ts';
import { signInBox } from './sign-in.ts';
import { pages, type Page } from './site-map.ts';

const home = path.join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(path.join(home, file), 'utf8');

function navigation(current: Page): string {
  return pages
    .filter((page) => page.menu)
    .map((page) => {
      const here = page.path === current.path;
      return `<li${here ? ' class="active"' : ''}><a href="${page.path}"${here ? ' aria-current="page"' : ''}>${page.menu}</a></li>`;
    })
    .join('\n');
}

function breadcrumb({ path: address, title }: Page): string {
  if (address === '/') return '';
  return `<ol class="breadcrumb" aria-label="Đường dẫn"><li><a href="/">Trang chủ</a></li><li aria-current="page">${title}</li></ol>`;
}

/** A whole page as the portal sends it. Files are read each time, so that an edit shows on reload. */
export function renderPage(page: Page, person: DemoPersonOfRole | undefined): string {
  const box = signInBox(person, page.path || '/');
  const parts: Record<string, string> = {
    title: escapeHtml(page.title),
    layout: page.script ? 'page-widget' : 'page-text',
    scripts: page.script ? `<script type="module" src="/cdn/${page.script}"></script>` : '',
    navigation: navigation(page),
    breadcrumb: breadcrumb(page),
    signInTitle: box.title,
    signIn: box.html,
    content: read(`pages/${page.file}.html`),
  };
  return read('layout.html').replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => parts[name] ?? '');
}

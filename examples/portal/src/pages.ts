import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { DemoCase, DemoPersonOfRole } from '@dvk/server';
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

/** Codes and secrets to try the tracker with. */
function exampleTable(cases: readonly DemoCase[]): string {
  if (cases.length === 0) return '';
  const rows = cases.map(
    ({ code, secret, title }) =>
      `<tr><td data-label="Hồ sơ">${escapeHtml(title)}</td><td data-label="Mã hồ sơ" class="nowrap"><code>${code}</code></td><td data-label="Mã bí mật" class="nowrap"><code>${secret}</code></td></tr>`,
  );
  return `<div class="box box-examples"><h2 class="box-title"><span>Hồ sơ mẫu để thử</span></h2><div class="box-body"><div class="table-scroll">
    <table class="tbl"><thead><tr><th scope="col">Hồ sơ</th><th scope="col">Mã hồ sơ</th><th scope="col">Mã bí mật</th></tr></thead>
    <tbody>${rows.join('')}</tbody></table></div></div></div>`;
}

/** A whole page as the portal sends it. Files are read each time, so that an edit shows on reload. */
export function renderPage(page: Page, person: DemoPersonOfRole | undefined, cases: readonly DemoCase[]): string {
  const box = signInBox(person, page.path || '/');
  const parts: Record<string, string> = {
    title: escapeHtml(page.title),
    layout: page.script ? 'page-widget' : 'page-text',
    scripts: page.script ? `<script type="module" src="/cdn/${page.script}"></script>` : '',
    navigation: navigation(page),
    breadcrumb: breadcrumb(page),
    signInTitle: box.title,
    signIn: box.html,
    content: read(`pages/${page.file}.html`) + exampleTable(cases),
  };
  return read('layout.html').replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => parts[name] ?? '');
}

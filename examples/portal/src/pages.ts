import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { DemoPersonOfRole, SampleCase } from '@dvk/demo';
import { caseStatusNames, trackingLink } from '@dvk/sdk/cases';
import { dateInVietnam, formatDateWithWeekday } from '@dvk/sdk/text';
import { escapeHtml } from './security.ts';
import { signInBar, signInBox } from './sign-in.ts';
import { pages, type Page } from './site-map.ts';

const home = path.join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(path.join(home, file), 'utf8');

function navigation(current: Page, person: DemoPersonOfRole | undefined): string {
  return pages
    .filter((page) => page.menu && (page.for === undefined || page.for.includes(person?.key ?? '')))
    .map((page) => {
      const here = page.path === current.path;
      return `<li${here ? ' class="active"' : ''}><a href="${page.path}"${here ? ' aria-current="page"' : ''}>${page.menu}</a></li>`;
    })
    .join('\n');
}

function breadcrumb({ path: address, title }: Page): string {
  if (address === '/') return '';
  return `<div role="navigation" aria-label="Đường dẫn"><ol class="breadcrumb"><li><a href="/">Trang chủ</a></li><li aria-current="page">${title}</li></ol></div>`;
}

/** Codes and secrets to try the tracker with; what each is about opens it. */
function exampleTable(cases: readonly SampleCase[]): string {
  if (cases.length === 0) return '';
  const columns = ['Nội dung', 'Trạng thái', 'Mã tra cứu', 'Mã bí mật'];
  const rows = cases.map(({ code, secret, title, status }) => {
    const link = `<a href="${trackingLink('', { code, secret })}">${escapeHtml(title)}</a>`;
    const cells = [link, caseStatusNames[status], `<code>${code}</code>`, `<code>${secret}</code>`];
    return `<tr>${cells.map((cell, at) => `<td data-label="${columns[at]}"${at > 1 ? ' class="nowrap"' : ''}>${cell}</td>`).join('')}</tr>`;
  });
  return `<div class="box box-examples"><h2 class="box-title"><span>Phản ánh, kiến nghị mẫu để thử</span></h2><div class="box-body"><div class="table-scroll">
    <table class="tbl"><thead><tr>${columns.map((column) => `<th scope="col">${column}</th>`).join('')}</tr></thead>
    <tbody>${rows.join('')}</tbody></table></div></div></div>`;
}

function layoutClasses({ script, sheet, desk }: Page, person: DemoPersonOfRole | undefined): string[] {
  const classes = [script ? 'page-widget' : 'page-text'];
  if (sheet) classes.push('page-sheet');
  if (person) classes.push(desk ? 'page-desk' : '', 'signed-in');
  return classes.filter(Boolean);
}

/** A whole page as the portal sends it. Files are read each time, so that an edit shows on reload. */
export function renderPage(page: Page, person: DemoPersonOfRole | undefined, cases: readonly SampleCase[]): string {
  const address = page.path || '/';
  const bar = page.desk && person ? signInBar(person, address) : '';
  const parts: Record<string, string> = {
    title: escapeHtml(page.title),
    today: formatDateWithWeekday(dateInVietnam(Date.now())),
    layout: layoutClasses(page, person).join(' '),
    scripts: [...(page.script ? [page.script] : []), ...(bar ? ['dvk-notices.js'] : [])]
      .map((script) => `<script type="module" src="/cdn/${script}"></script>`)
      .join('\n    '),
    navigation: navigation(page, person),
    breadcrumb: breadcrumb(page),
    signInBar: bar,
    signInBox: bar ? '' : signInBox(person, address),
    content: read(`pages/${page.file}.html`) + exampleTable(cases),
  };
  return read('layout.html').replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => parts[name] ?? '');
}

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import glossary from '../../../docs/glossary.md?raw';
import { tableUnder } from '../../../scripts/lib/glossary.ts';
import { partStory } from '../support/story-part.ts';
import { tableStyles } from './table-styles.ts';

const readers: Readonly<Record<string, string>> = { '': 'mọi người', citizens: 'người dân' };

function wordTable(caption: string, head: readonly string[], rows: readonly (readonly string[])[]) {
  return html`<table>
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        ${head.map((text) => html`<th scope="col">${text}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            ${row.map((cell) => html`<td>${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

const meta: Meta = { title: 'Nền tảng/Từ ngữ' };
export default meta;

export const Words: StoryObj = {
  name: 'Từ đã thống nhất',
  render: () =>
    partStory(
      wordTable(
        'Một việc một từ',
        ['Từ trên màn hình', 'Từ trong mã', 'Nghĩa ở đây'],
        tableUnder(glossary, 'Glossary').map(([english = '', vietnamese = '', meaning = '']) => [
          vietnamese,
          english,
          meaning,
        ]),
      ),
      tableStyles,
    ),
};

export const NotUsed: StoryObj = {
  name: 'Từ không dùng',
  render: () =>
    partStory(
      wordTable(
        'Từ không dùng, từ thay thế',
        ['Không viết', 'Viết', 'Với ai'],
        tableUnder(glossary, 'Words that are not used')
          // A pattern is for the check alone; the words it finds are in the next column.
          .map(([not = '', but = '', who = '']) => [not.replaceAll(/(, )?`\/.+?\/`/g, ''), but, readers[who] ?? who])
          .filter(([not]) => not),
      ),
      tableStyles,
    ),
};

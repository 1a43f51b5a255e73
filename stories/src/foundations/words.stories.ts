import type { Meta, StoryObj } from '@storybook/web-components-vite';
import glossary from '../../../docs/glossary.md?raw';
import { tableUnder } from '../../../scripts/lib/glossary.ts';
import { partStory } from '../support/story-part.ts';
import { table, tableStyles } from './table.ts';

const readers: Readonly<Record<string, string>> = { '': 'mọi người', citizens: 'người dân' };

const meta: Meta = { title: 'Nền tảng/Từ ngữ' };
export default meta;

export const Words: StoryObj = {
  name: 'Từ đã thống nhất',
  render: () =>
    partStory(
      table(
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
      table(
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

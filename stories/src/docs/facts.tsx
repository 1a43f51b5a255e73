/** What an element is made of and what it weighs: read from the code and from docs/size.md. */
import { useOf } from '@storybook/addon-docs/blocks';
import { toId } from 'storybook/internal/csf';
import type { ReactElement } from 'react';
import { facts, pages } from 'virtual:component-facts';

function PageLink({ title }: { title: string }): ReactElement {
  return (
    <a href={`?path=/docs/${toId(title, 'Tài liệu')}`} target="_top">
      {title.replace(/^.*\//, '')}
    </a>
  );
}

/** The parts and fields inside an element, each with the way to its page, and the files that a page loads for it. */
export function MadeOf(): ReactElement {
  const { preparedMeta } = useOf('meta', ['meta']);
  const { elements = [], parts = [], files = [] } = facts[String(preparedMeta.component)] ?? {};
  const used = pages.filter(
    ({ component, modules }) => elements.includes(component) || modules.some((module) => parts.includes(module)),
  );
  return (
    <>
      <h2 id="made-of">Dùng những gì, nặng bao nhiêu</h2>
      {used.length > 0 && (
        <ul>
          {used.map(({ title }) => (
            <li key={title}>
              <PageLink title={title} />
            </li>
          ))}
        </ul>
      )}
      <table className="sizes">
        <thead>
          <tr>
            <th>Tệp</th>
            <th>Tải khi nào</th>
            <th>KB (gzip)</th>
          </tr>
        </thead>
        <tbody>
          {files.map(({ file, what, size, isLate }) => (
            <tr key={file}>
              <td>
                <code>{file}</code>
                <br />
                <small lang="en">{what.replaceAll('`', '')}</small>
              </td>
              <td>{isLate ? 'Khi cần đến' : 'Ngay khi mở trang'}</td>
              <td>{size.toLocaleString('vi-VN', { minimumFractionDigits: 1 })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

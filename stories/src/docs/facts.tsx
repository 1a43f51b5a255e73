/** What an element or a part is made of, and what an element weighs: read from the code and from docs/size.md. */
import { useOf } from '@storybook/addon-docs/blocks';
import { toId } from 'storybook/internal/csf';
import type { ReactElement } from 'react';
import { facts, pages, partFacts } from 'virtual:component-facts';
import { Tokens } from './tokens.tsx';

function PageLink({ title }: { title: string }): ReactElement {
  return (
    <a href={`?path=/docs/${toId(title, 'Tài liệu')}`} target="_top">
      {title.replace(/^.*\//, '')}
    </a>
  );
}

/** The ways to the pages of what is inside. */
function PageLinks({ elements = [], parts }: { elements?: readonly string[]; parts: readonly string[] }): ReactElement {
  const used = pages.filter(
    ({ component, modules }) => elements.includes(component) || modules.some((module) => parts.includes(module)),
  );
  return (
    <ul>
      {used.map(({ title }) => (
        <li key={title}>
          <PageLink title={title} />
        </li>
      ))}
    </ul>
  );
}

/** The parts and fields inside an element, each with the way to its page, and the files that a page loads for it. */
export function MadeOf(): ReactElement {
  const { preparedMeta } = useOf('meta', ['meta']);
  const { elements = [], parts = [], files = [] } = facts[String(preparedMeta.component)] ?? {};
  return (
    <>
      <h2 id="made-of">Dùng những gì, nặng bao nhiêu</h2>
      <PageLinks elements={elements} parts={parts} />
      <table className="sizes">
        <thead>
          <tr>
            <th scope="col">Tệp</th>
            <th scope="col">Tải khi nào</th>
            <th scope="col">KB (gzip)</th>
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

/** Of a part that is no element: the parts inside, where it is used, and the tokens in its styles. */
export function PartMadeOf(): ReactElement {
  const { preparedMeta } = useOf('meta', ['meta']);
  const { modules = [] } = preparedMeta.parameters as { modules?: readonly string[] };
  const own = modules.map((module) => partFacts[module]!);
  const parts = own.flatMap((part) => part.parts).filter((part) => !modules.includes(part));
  const users = Object.entries(facts).flatMap(([tag, inside]) =>
    modules.some((module) => inside.parts.includes(module)) ? tag : [],
  );
  return (
    <>
      {parts.length > 0 && (
        <>
          <h2 id="made-of">Dùng những gì</h2>
          <PageLinks parts={parts} />
        </>
      )}
      <h2 id="used-by">Có ở đâu</h2>
      <PageLinks elements={users} parts={[]} />
      <Tokens names={own.flatMap(({ tokens }) => tokens)} />
    </>
  );
}

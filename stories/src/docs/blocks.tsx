/** What the pages of documentation are made of, so that a page holds content only. README.md shows how they are used. */
import { AnchorMdx, ArgTypes, Canvas, Controls, useOf } from '@storybook/addon-docs/blocks';
import type { ReactElement, ReactNode } from 'react';
import { elementCalled, isSettable } from './manifest.ts';
import { Tokens } from './tokens.tsx';
import './blocks.css';

type StoryModule = Record<string, unknown>;
interface Children {
  children?: ReactNode;
}

/** The tag of the component that the page is about. */
function useTag(): string {
  const { preparedMeta } = useOf('meta', ['meta']);
  return String(preparedMeta.component);
}

/** Name, tag, one sentence in English – for an element that of its class – and, as children, what it is and for whom. */
export function Intro({ english, children }: { english?: string } & Children): ReactElement {
  const { preparedMeta } = useOf('meta', ['meta']);
  const tag = preparedMeta.component ? String(preparedMeta.component) : '';
  const inEnglish = english ?? elementCalled(tag)?.summary;
  return (
    <div className="intro">
      <h1>{preparedMeta.title.split('/').at(-1)}</h1>
      {tag && <code>{`<${tag}>`}</code>}
      {inEnglish && <p lang="en">{inEnglish}</p>}
      <div className="lead">{children}</div>
    </div>
  );
}

/** The parts of a component with their numbers: a story made by `anatomyOf`. */
export function Anatomy({ of }: { of: StoryModule }): ReactElement {
  return (
    <>
      <h2 id="anatomy">Cấu tạo</h2>
      <Canvas of={of} sourceState="none" />
    </>
  );
}

/** A story that can be tried, with a control for every public property. */
export function TryIt({ of }: { of: StoryModule }): ReactElement {
  const { members } = elementCalled(useTag())!;
  return (
    <>
      <h2 id="try">Dùng thử</h2>
      <Canvas of={of} />
      <Controls of={of} include={members.filter(isSettable).map(({ name }) => name)} />
    </>
  );
}

/** When it is used: a list. */
export function Use({ children }: Children): ReactElement {
  return (
    <section className="advice good">
      <h2 id="use">Khi nào dùng</h2>
      {children}
    </section>
  );
}

/** When something else is used, and what: a list. */
export function Avoid({ children }: Children): ReactElement {
  return (
    <section className="advice bad">
      <h2 id="avoid">Khi nào không dùng</h2>
      {children}
    </section>
  );
}

/** How something is said and how not, with the reason as children. */
export function Say({ good, bad, children }: { good: string; bad: string } & Children): ReactElement {
  return (
    <div className="say">
      <p className="good">
        <b>Nên viết</b> “{good}”
      </p>
      <p className="bad">
        <b>Không viết</b> “{bad}”
      </p>
      {children && <div className="why">{children}</div>}
    </div>
  );
}

const pictures = import.meta.glob<string>('../../pictures/**/*.wide.webp', {
  eager: true,
  query: '?url',
  import: 'default',
});

/** The picture of a story that the checks compare with, if it has one. */
function pictureOf(importPath: string, id: string): string | undefined {
  const file = importPath.replace(/^.*\/src\//, '').replace(/\.stories\.ts$/, '');
  return pictures[`../../pictures/${file}/${id.slice(id.lastIndexOf('--') + 2)}.wide.webp`];
}

/** Every state: its picture, which leads to the story itself. In the order of the sidebar; a module does not keep its own. */
export function States(): ReactElement {
  const { csfFile } = useOf('meta', ['meta']);
  const { fileName } = csfFile.meta.parameters as { fileName: string };
  const order = Object.keys(window.__STORYBOOK_PREVIEW__.storyStoreValue.storyIndex.entries);
  const states = Object.values(csfFile.stories)
    .filter(({ id }) => !id.endsWith('--anatomy'))
    .sort((one, other) => order.indexOf(one.id) - order.indexOf(other.id));
  return (
    <>
      <h2 id="states">Các trạng thái</h2>
      <ul className="states">
        {states.map(({ id, name }) => {
          const picture = pictureOf(fileName, id);
          return (
            <li key={id}>
              <AnchorMdx href={`?path=/story/${id}`} target="">
                {picture && <img src={picture} alt="" loading="lazy" />}
                <span>{name}</span>
              </AnchorMdx>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** The tokens that the styles of an element have in them. */
function tokensOf(tag: string): readonly string[] {
  const { elementStyles = [] } = (customElements.get(tag) ?? {}) as {
    elementStyles?: readonly { cssText?: string }[];
  };
  const text = elementStyles.map(({ cssText = '' }) => cssText).join('');
  return [...text.matchAll(/var\((--dvk-[\w-]+)/g)].map(([, name]) => name!);
}

/** Properties, events, slots, parts and tokens, from the manifest. */
export function Reference(): ReactElement {
  const tag = useTag();
  return (
    <>
      <h2 id="reference">Thuộc tính, sự kiện, phần có thể tô lại</h2>
      <ArgTypes exclude={/^(--dvk-|on[A-Z])/} />
      <Tokens names={tokensOf(tag)} own={elementCalled(tag)!.cssProperties} />
    </>
  );
}

import { html, nothing, type TemplateResult } from 'lit';
import { frame, type DrawingView } from './frame.ts';

/** Something, and what came of it: a model and where it is applied. */
export interface TreeNode {
  name: string;
  note?: string;
  /** `root`: what it began with · `success`: with a result · `running`: goes on · `planned`. */
  look: 'root' | 'success' | 'running' | 'planned';
  children?: readonly TreeNode[];
}

export interface TreeView extends DrawingView {
  root: TreeNode;
}

const node = ({ name, note, look, children = [] }: TreeNode): TemplateResult =>
  html`<li>
    <div class="node ${look}"><strong>${name}</strong>${note ? html`<span class="note">${note}</span>` : nothing}</div>
    ${
      children.length > 0
        ? html`<ul>
            ${children.map(node)}
          </ul>`
        : nothing
    }
  </li>`;

/** How many steps it is from something to the last that came of it. */
const depthOf = ({ children = [] }: TreeNode): number => Math.max(0, ...children.map((child) => 1 + depthOf(child)));

/**
 * A tree as nested lists with lines between them: what is read aloud is what is seen, and no table behind it could say more. Where
 * there is room one step goes from left to right; a longer way goes down, as wide as its words.
 */
export const tree = (view: TreeView): TemplateResult =>
  frame(
    { ...view, isText: true },
    '',
    html`<ul class="tree ${depthOf(view.root) === 1 ? 'across' : ''}">
      ${node(view.root)}
    </ul>`,
  );

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

/** A tree as nested lists with lines between them: what is read aloud is what is seen. */
export const tree = (view: TreeView): TemplateResult =>
  frame(
    { ...view, isText: true },
    '',
    html`<ul class="tree">
      ${node(view.root)}
    </ul>`,
  );

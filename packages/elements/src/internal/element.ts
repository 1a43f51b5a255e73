import { LitElement, type CSSResultGroup } from 'lit';
import type { TaggedElement } from './define.ts';
import { baseStyles } from './base-styles.ts';
import { LocaleController } from '../locale/controller.ts';
import { version } from './version.ts';

/**
 * What every element of this package is: a Lit element with the house tokens, the language of its surroundings and,
 * where two versions meet on one page, parts of its own version.
 */
export abstract class DvkElement extends LitElement {
  static readonly version: string = version;
  static readonly tag: string;
  static readonly dependencies: readonly TaggedElement[] = [];
  static registry?: CustomElementRegistry;
  static override styles: CSSResultGroup = baseStyles;

  protected readonly locale = new LocaleController(this);

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    const { registry } = this.constructor as typeof DvkElement;
    if (registry) {
      // Lit makes the nodes of a template in `creationScope`: here, with the registry of this element's parts.
      const importNode = (node: Node, deep?: boolean) =>
        document.importNode(node, { selfOnly: !deep, customElementRegistry: registry });
      this.renderOptions.creationScope = { importNode } as typeof document;
    }
    return root;
  }
}

import { adoptStyles, html, render, type CSSResultGroup, type CSSResultOrNative, type TemplateResult } from 'lit';
import { baseStyles } from '../internal/base-styles.ts';

const sheets = (group: CSSResultGroup): CSSResultOrNative[] => (Array.isArray(group) ? group.flatMap(sheets) : [group]);

/** A part in a shadow root with the house styles, as a widget shows it. */
export interface ShownPart {
  root: ShadowRoot;
  /** Shows it anew, as a widget does when its state has changed. */
  show: (part: TemplateResult | string) => void;
  find: <T extends HTMLElement = HTMLElement>(selector: string) => T;
  all: (selector: string) => HTMLElement[];
}

const hosts: HTMLElement[] = [];
afterEach(() => {
  for (const host of hosts.splice(0)) host.remove();
});

/** Puts a part on the page until the test ends. */
export function showPart(part: TemplateResult | string, styles: CSSResultGroup = []): ShownPart {
  const host = document.createElement('div');
  hosts.push(host);
  const root = host.attachShadow({ mode: 'open' });
  adoptStyles(root, sheets([baseStyles, styles]));
  document.body.append(host);
  const show: ShownPart['show'] = (next) => {
    render(html`<div class="base">${next}</div>`, root);
  };
  show(part);
  return {
    root,
    show,
    find: (selector) => root.querySelector(selector)!,
    all: (selector) => [...root.querySelectorAll<HTMLElement>(selector)],
  };
}

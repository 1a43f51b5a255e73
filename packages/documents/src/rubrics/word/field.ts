import { child, children, valueOf, type Element } from '../xml.ts';

/** The text of a legacy form field that stores it in its settings: the chosen entry of a list. */
export function shownField(begin: Element): string {
  const list = child(child(begin, 'ffData'), 'ddList');
  const chosen = Number(valueOf(list, 'result') ?? valueOf(list, 'default') ?? 0);
  return children(list, 'listEntry')[chosen]?.attributes['val'] ?? '';
}

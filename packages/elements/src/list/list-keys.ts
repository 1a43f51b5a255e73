/** What a key does in a list. */
export type ListCommand = 'next' | 'previous' | 'open' | 'select' | 'search' | 'close';

const commands: Readonly<Record<string, ListCommand>> = {
  j: 'next',
  ArrowDown: 'next',
  k: 'previous',
  ArrowUp: 'previous',
  Enter: 'open',
  ' ': 'select',
  '/': 'search',
  Escape: 'close',
};

/** Boxes in which keys are text, or choose a value. */
const typing = 'textarea, select, [contenteditable], input:not([type=checkbox], [type=radio], [type=button])';

/**
 * What a key pressed inside a list is meant to do; nothing while somebody types – Telex composes letters from several keys –
 * and nothing together with a modifier, which belongs to the browser. Outside the list single letters do nothing (WCAG 2.1.4).
 */
export function commandOf(event: KeyboardEvent): ListCommand | undefined {
  const { altKey, ctrlKey, metaKey, isComposing, keyCode, key } = event;
  // 229: an input method has the key, in browsers that send `compositionstart` only afterwards.
  if (event.defaultPrevented || isComposing || keyCode === 229 || altKey || ctrlKey || metaKey) return undefined;
  const target = event.composedPath()[0] as Element;
  if (target.closest(typing)) return undefined;
  return commands[key.length === 1 ? key.toLowerCase() : key];
}

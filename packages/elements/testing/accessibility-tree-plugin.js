/**
 * Lets a test ask what assistive technology gets: the computed accessibility tree, over the DevTools protocol. Axe looks
 * at attributes; only this shows whether a name really crosses a shadow boundary.
 */
export function accessibilityTreePlugin() {
  return {
    name: 'accessibility-tree',
    async executeCommand({ command, payload, session }) {
      if (command !== 'accessibility-tree') return undefined;
      const page = session.browser.getPage(session.id);
      const cdp = await page.context().newCDPSession(page);
      try {
        await cdp.send('Accessibility.enable');
        const { root } = await cdp.send('DOM.getDocument');
        const { nodeId } = await cdp.send('DOM.querySelector', { nodeId: root.nodeId, selector: payload.selector });
        const { nodes } = await cdp.send('Accessibility.queryAXTree', { nodeId });
        return nodes
          .filter((node) => !node.ignored)
          .map(describe)
          .filter(Boolean);
      } finally {
        await cdp.detach();
      }
    },
  };
}

const quiet = new Set([
  'generic',
  'none',
  'InlineTextBox',
  'StaticText',
  'LineBreak',
  'ListMarker',
  'LabelText',
  'Legend',
  'paragraph',
]);
const told = [
  'invalid',
  'required',
  'disabled',
  'readonly',
  'checked',
  'expanded',
  'multiline',
  'live',
  'selected',
  'level',
];

/** One line a node: `textbox "Họ và tên" – "Như trong giấy tờ" [required]`. */
function describe(node) {
  const role = node.role?.value;
  if (!role || quiet.has(role)) return '';
  const properties = Object.fromEntries((node.properties ?? []).map(({ name, value }) => [name, value.value]));
  const states = told
    .filter((name) => properties[name] !== undefined && ![false, 'false', 'off'].includes(properties[name]))
    .map((name) => ([true, 'true'].includes(properties[name]) ? name : `${name}=${properties[name]}`));
  return [
    role,
    node.name?.value && ` "${node.name.value}"`,
    node.description?.value && ` – "${node.description.value}"`,
    states.length > 0 && ` [${states.join(' ')}]`,
  ]
    .filter(Boolean)
    .join('');
}

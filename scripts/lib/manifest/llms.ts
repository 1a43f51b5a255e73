/** `llms.txt` of the package: what a language model must know to put the elements on a page, in the form of llmstxt.org. */
import type { Package } from 'custom-elements-manifest';
import { fieldsOf, methodsOf } from './editors.ts';
import { elementsOf, type ElementOf } from './manifest.ts';
import { signatureOf } from './reference.ts';

const intro = `# @dvk/elements

> Custom elements (Lit) of “Dân vận khéo”: citizens send and follow reports, officers answer them, units register models and score
> themselves. Each tag is a whole widget or a form field; texts are Vietnamese, English with \`import '@dvk/elements/locale/en'\`.

- Define a tag: \`import '@dvk/elements/case-form/define'\`; the class without a side effect: \`@dvk/elements/case-form\`; all tags: \`@dvk/elements/all\`.
- One \`<dvk-context base-url="/api">\` around widgets connects them; a widget alone takes \`base-url\` itself. \`base-url\` is what stands before \`/v1\`.
- Sign-in: the page sets \`getToken\` (a property, script only) on the context or the widget, and calls \`refresh()\` of the context after signing in or out.
- Write options as attributes in HTML, templates and server-drawn pages; set functions and objects (\`getToken\`, \`client\`, \`options\`, \`upload\`) as properties.
- \`shared-device\` on machines that many people use: nothing typed is kept on them.
- Events are subclasses of \`Event\` (\`@dvk/elements/events\`), not \`CustomEvent\`: read \`event.result\`, \`event.body\`, \`event.data\`, \`event.error\`; they bubble and leave shadow roots.
- Fields are form-associated: they take part in \`<form>\`, \`FormData\`, \`reset\`, \`checkValidity\` as native controls do.
- No inline style or script is needed; a strict Content-Security-Policy with Trusted Types holds.`;

const short = (text = ''): string => text.replaceAll('\n', ' ');

function list(heading: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? [`${heading}:\n${lines.map((text) => `- ${text}`).join('\n')}`] : [];
}

function sectionOf(element: ElementOf): string[] {
  const { tagName, summary, vietnamese, description, attributes, events, slots, cssParts } = element;
  const withAttribute = new Set(attributes.map(({ fieldName }) => fieldName));
  const alone = fieldsOf(element).filter(({ name, readonly }) => !withAttribute.has(name) && !readonly);
  return [
    `## <${tagName}> – ${vietnamese}`,
    `${summary} ${short(description)}`,
    ...list(
      'Attributes',
      attributes.map(({ name, type, description }) => `\`${name}\` (${type?.text}): ${short(description)}`),
    ),
    ...list(
      'Properties without an attribute',
      alone.map(({ name, type, description }) => `\`${name}\` (${type?.text}): ${short(description)}`),
    ),
    ...list(
      'Events',
      events.map(({ name, type, description }) => `\`${name}\` (${type.text}): ${short(description)}`),
    ),
    ...list(
      'Methods',
      methodsOf(element).map((method) => `\`${signatureOf(method)}\`: ${short(method.description)}`),
    ),
    ...list(
      'Slots',
      (slots ?? []).map(({ name, description }) => `${name || 'default'}: ${short(description)}`),
    ),
    ...(cssParts?.length ? [`Parts: ${cssParts.map(({ name }) => name).join(', ')}`] : []),
  ];
}

/** The text of the file. */
export function llmsText(manifest: Package): string {
  const elements = elementsOf(manifest);
  const look = `## Look\n\nCustom properties: ${[...new Set(elements.flatMap(({ cssProperties = [] }) => cssProperties.map(({ name }) => name)))].join(', ')}. \`theme="light|dark|auto"\`.`;
  return `${[intro, ...elements.flatMap(sectionOf), look].join('\n\n')}\n`;
}

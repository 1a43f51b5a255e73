import { askedFor, niceties } from './exceptions.ts';
import { supported } from './table.ts';

/** The table of the guide. */
export function supportTable(): string {
  const rows = supported.map(
    ({ name, version, because, tested }) => `| ${name} | ${version} | ${because} | ${tested} |`,
  );
  return `| browser | from | why this one | run in it |
|---|---|---|---|
${rows.join('\n')}

Before a release every API, CSS feature and HTML attribute that the SDK, the elements and what they depend on use is looked up for
these versions in MDN's compatibility data. Where one of them lacks something, the widgets ask for it first or do well without:

${notes()}`;
}

function notes(): string {
  const byReason = new Map<string, string>();
  for (const [what, instead] of Object.entries({ ...askedFor, ...niceties }))
    if (!byReason.has(instead)) byReason.set(instead, what);
  return [...byReason].map(([instead, what]) => `* \`${what}\`: ${instead}`).join('\n');
}

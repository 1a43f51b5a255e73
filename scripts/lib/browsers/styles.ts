/** Which CSS a style sheet uses that a supported browser lacks. What `@supports` guards, or follows a value for all, may be lacking. */
import type { Identifier } from '@mdn/browser-compat-data';
import * as csstree from 'css-tree';
import { niceties } from './exceptions.ts';
import type { Lacking } from './lacking.ts';
import { css, entry, lackedBy } from './table.ts';

const types: readonly Identifier[] = [css.types as Identifier, ...Object.values(css.types)];
const typed = (name: string): Identifier | undefined => types.map((type) => entry(type, name)).find(Boolean);

function unitEntry(unit: string): Identifier | undefined {
  const length = css.types['length']!;
  const kind = { d: 'dynamic', s: 'small', l: 'large' }[/^([dsl])v(?:[hwib]|min|max)$/.exec(unit)?.[1] ?? ''];
  if (kind) return length[`viewport_percentage_units_${kind}`];
  return unit.startsWith('cq') ? length['container_query_length_units'] : entry(length, unit);
}

/** What a value of a property uses, each with its entry. */
function usedInValue(property: string, value: csstree.CssNode): [what: string, entry: Identifier | undefined][] {
  const used: [string, Identifier | undefined][] = [];
  const known = entry(css.properties, property);
  csstree.walk(value, (node) => {
    if (node.type === 'Identifier') used.push([`${property}: ${node.name}`, entry(known, node.name)]);
    else if (node.type === 'Dimension') used.push([node.unit, unitEntry(node.unit)]);
    else if (node.type === 'Operator' && node.value === '/' && property === 'content')
      used.push(['content: … / …', entry(known, 'alt_text')]);
    else if (node.type === 'Function') {
      const called = typed(node.name) ?? entry(known, node.name);
      used.push([`${node.name}()`, called]);
      const { first } = node.children;
      if (first?.type === 'Identifier' && first.name === 'from')
        used.push([`${node.name}(from …)`, entry(called, 'relative_syntax')]);
    }
  });
  return used;
}

/** @param where of the sheet, e.g. its file */
export function findLackingStyles(sheet: string, where: string, firstLine = 1): Lacking[] {
  const found: Lacking[] = [];
  const tell = (what: string, feature: Identifier | undefined, node: csstree.CssNode): boolean => {
    const by = lackedBy(feature);
    const line = firstLine - 1 + (node.loc?.start.line ?? 1);
    if (by.length > 0 && !(what in niceties)) found.push({ where: `${where}:${line}`, what, by });
    return by.length > 0;
  };
  const tree = csstree.parse(sheet, { positions: true, parseCustomProperty: true });

  csstree.walk(tree, {
    enter(this: csstree.WalkContext, node: csstree.CssNode) {
      if (node.type === 'Atrule') {
        tell(`@${node.name}`, entry(css['at-rules'], node.name), node);
        // The guard itself is looked at by browsers that know it, the guarded by those that pass it.
        if (node.name === 'supports') return csstree.walk.skip;
      } else if (node.type === 'Feature') {
        tell(`(${node.name})`, entry(css['at-rules']['media'], node.name), node);
      } else if (node.type === 'FeatureRange') {
        tell('(… < …)', entry(css['at-rules']['media'], 'range_syntax'), node);
      } else if (node.type === 'NestingSelector') {
        tell('nesting', css.selectors['nesting'], node);
      } else if (node.type === 'PseudoClassSelector' || node.type === 'PseudoElementSelector') {
        const colons = node.type === 'PseudoClassSelector' ? ':' : '::';
        tell(`${colons}${node.name}${node.children ? '()' : ''}`, entry(css.selectors, node.name), node);
      } else if (node.type === 'Block') {
        // Rules without `&` are not read at all.
        const nested = this.rule?.block === node && node.children.some(({ type }) => /rule|raw/i.test(type));
        if (nested) tell('nesting', css.selectors['nesting'], node);
        lookAtDeclarations(node);
      }
      return undefined;
    },
  });

  function lookAtDeclarations(block: csstree.Block): void {
    const safe = new Set<string>();
    for (const node of block.children) {
      if (node.type !== 'Declaration') continue;
      // `-webkit-user-select` before `user-select` is for those that lack it.
      const property = node.property.replace(/^-webkit-/, '');
      const used = usedInValue(property, node.value);
      if (node.property === property) used.unshift([property, entry(css.properties, property)]);
      // A value that all know stands before it: who lacks this one keeps that.
      if (safe.has(property) || property === 'font-family') continue;
      const lacking = used.map(([what, feature]) => tell(what, feature, node)).some(Boolean);
      if (!lacking) safe.add(property);
    }
  }
  return found;
}

import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './run.ts';

/** Relative imports of a module, static and dynamic; a type is no dependency once the program runs. */
const imports = /(?<!^(?:import|export) type [^;]*)(?:from|import)\s*\(?\s*'(\.[^']+)'/gm;

/** Which area (folder under `src/`) of a package imports which other. */
function areaGraph(source: string): Map<string, Set<string>> {
  const graph = new Map<string, Set<string>>();
  for (const file of globSync('**/*.ts', { cwd: source })) {
    if (file.endsWith('.test.ts') || file.endsWith('.bench.ts') || file.includes('testkit/')) continue;
    const area = file.includes('/') ? file.split('/')[0]! : '(root)';
    for (const [, target] of readFileSync(path.join(source, file), 'utf8').matchAll(imports)) {
      const reached = path.posix.join(path.posix.dirname(file), target!).split('/');
      const other = reached.length > 1 ? reached[0]! : '(root)';
      if (other !== area) graph.set(area, (graph.get(area) ?? new Set()).add(other));
    }
  }
  return graph;
}

/** Finds one path from an area back to itself. */
function cycleFrom(graph: Map<string, Set<string>>, start: string): string[] | undefined {
  const seen = new Set<string>();
  const walk = (area: string, trail: string[]): string[] | undefined => {
    for (const next of graph.get(area) ?? []) {
      if (next === start) return [...trail, next];
      if (seen.has(next)) continue;
      seen.add(next);
      const found = walk(next, [...trail, next]);
      if (found) return found;
    }
    return undefined;
  };
  return walk(start, [start]);
}

/**
 * The house's direction of dependence: `elements → sdk ← server`, and no cycle between the areas of a package.
 * @returns one line a fault
 */
export function checkAreas(): string[] {
  const faults: string[] = [];
  for (const name of ['sdk', 'server', 'elements']) {
    const source = path.join(root, 'packages', name, 'src');
    const graph = areaGraph(source);
    const told = new Set<string>();
    for (const area of graph.keys()) {
      const cycle = cycleFrom(graph, area);
      if (!cycle) continue;
      const key = [...new Set(cycle)].sort().join(' ');
      if (!told.has(key)) faults.push(`${name}: ${cycle.join(' → ')}`);
      told.add(key);
    }
    const forbidden =
      name === 'sdk' ? /from '(?:node:|@dvk\/)/ : name === 'server' ? /from '@dvk\/elements/ : /from '@dvk\/server/;
    for (const file of globSync('**/*.ts', { cwd: source })) {
      if (/\.(test|bench)\.ts$|testkit\//.test(file)) continue;
      if (forbidden.test(readFileSync(path.join(source, file), 'utf8')))
        faults.push(`${name}/src/${file}: ${forbidden.source}`);
    }
  }
  return faults;
}

import type { Database } from '../database/index.ts';
import type { Statement } from './statements.ts';

/** A node of a plan as PostgreSQL tells it, as far as it is looked at here. */
interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Rows Removed by Index Recheck'?: number;
  'Rows Removed by Join Filter'?: number;
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
  Plans?: PlanNode[];
}

/** What the database did to answer. */
export interface Work {
  /** Rows and entries of indexes that were looked at. */
  read: number;
  /** The most rows that were sorted at once. */
  sorted: number;
  /** Pages of 8 KiB. */
  buffers: number;
  /** Milliseconds in the database, plan and execution. */
  time: number;
  /** Tables that were read from end to end. */
  scanned: string[];
  /** What was used, for who reads it: `model_newest 21`. */
  ways: string[];
}

const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

function readBy(node: PlanNode): number {
  const removed = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  return Math.round((node['Actual Rows'] + removed) * node['Actual Loops']);
}

function workOf(plan: PlanNode, time: number): Work {
  const nodes = nodesOf(plan);
  const scans = nodes.filter(
    (node) => node['Node Type'].endsWith('Scan') && (node['Relation Name'] ?? node['Index Name']),
  );
  // A table without rows is read from end to end in no time.
  const whole = scans.filter((node) => node['Node Type'] === 'Seq Scan' && readBy(node) > 0);
  const sorts = nodes.filter((node) => node['Node Type'] === 'Sort');
  return {
    read: scans.reduce((sum, node) => sum + readBy(node), 0),
    sorted: Math.max(0, ...sorts.flatMap((node) => node.Plans!.map(readBy))),
    buffers: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'],
    time,
    scanned: whole.map((node) => node['Relation Name']!),
    ways: scans.map((node) => `${node['Index Name'] ?? node['Relation Name']} ${readBy(node)}`),
  };
}

/**
 * Runs queries again and tells what the database did for each.
 *
 * @param settings - of the planner, such as `enable_seqscan = off`
 */
export async function explain(
  database: Database,
  statements: readonly Statement[],
  settings: readonly string[] = [],
): Promise<Work[]> {
  return database.withClient(async (client) => {
    const works: Work[] = [];
    await client.query('BEGIN');
    for (const setting of settings) await client.query(`SET LOCAL ${setting}`);
    for (const { text, values } of statements) {
      const { rows } = await client.query<Record<string, [{ Plan: PlanNode } & Record<string, number>]>>(
        `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${text}`,
        values,
      );
      const [told] = rows[0]!['QUERY PLAN']!;
      works.push(workOf(told.Plan, told['Planning Time']! + told['Execution Time']!));
    }
    await client.query('ROLLBACK');
    return works;
  });
}

/** The work of several queries as one. */
export function sumOf(works: readonly Work[]): Work {
  const sum = (of: (work: Work) => number) => works.map(of).reduce((total, each) => total + each, 0);
  return {
    read: sum(({ read }) => read),
    sorted: Math.max(0, ...works.map(({ sorted }) => sorted)),
    buffers: sum(({ buffers }) => buffers),
    time: sum(({ time }) => time),
    scanned: works.flatMap(({ scanned }) => scanned),
    ways: works.flatMap(({ ways }) => ways),
  };
}

/** Rows stand in the order of the form: readers and programs find a number by its place. */

import { say } from '../../finding/finding.ts';
import { brief } from '../../finding/names.ts';
import type { Draft, Rule } from '../../finding/rule.ts';
import { carriesGroup, rowExtent, standsAlone } from '../../fix/row-extent.ts';
import { LAYOUTS } from '../../layout/layouts.ts';
import { type BoundRow, type BoundTable, tableOf } from '../../report/report.ts';

/** The rows that stand in the text in the form's order, as many as possible: all others are out of place. */
function orderedRows(rows: readonly BoundRow[]): ReadonlySet<BoundRow> {
  const chains: BoundRow[][] = [];
  for (const [index, row] of rows.entries()) {
    const before = rows.slice(0, index).map((other, at) => (other.label.start < row.label.start ? (chains[at] as BoundRow[]) : []));
    const longest = before.reduce<BoundRow[]>((best, chain) => (chain.length > best.length ? chain : best), []);
    chains.push([...longest, row]);
  }
  return new Set(chains.reduce<BoundRow[]>((best, chain) => (chain.length > best.length ? chain : best), []));
}

/** In HTML a row is over with its tag, elsewhere with its line. */
const ROW_ENDS = { markup: /<\/?tr\b/i, text: /[\r\n]/ } as const;
const MOST_ACCOUNTS = 4;
const LEAST_LINES = 2;
const LEAST_IN_TURN = 3;

/** The rows as they stand in the text, by lines. */
function linesOf(text: string, rows: readonly BoundRow[]): BoundRow[][] {
  const lines: BoundRow[][] = [];
  for (const row of rows) {
    const line = lines.at(-1);
    const last = line?.at(-1);
    const goesOn = last && !ROW_ENDS[LAYOUTS[row.layout].markup ? 'markup' : 'text'].test(text.slice(last.span.end, row.label.start));
    if (line && goesOn) line.push(row);
    else lines.push([row]);
  }
  return lines;
}

const isRising = (rows: readonly BoundRow[]): boolean =>
  rows.every((row, at) => at === 0 || row.spec.index > (rows[at - 1] as BoundRow).spec.index);

/** Whether the rows of several accounts follow one another in turn: where each cell stands in a line of its own, no line says so. */
function isInTurn(rows: readonly BoundRow[]): boolean {
  for (let most = 2; most <= MOST_ACCOUNTS && rows.length >= most * LEAST_IN_TURN; most++) {
    const accounts = Array.from({ length: most }, (_, account) => rows.filter((_row, at) => at % most === account));
    if (isRising(accounts.flat())) return true;
  }
  return false;
}

/**
 * The rows by the account that they belong to. Two accounts may stand side by side (收入 | 支出): two rows share a line,
 * and each account is in order by itself. Of such a table, only lines with a row of each say which row is whose.
 */
function accountsOf(text: string, rows: readonly BoundRow[]): BoundRow[][] {
  const read = rows.toSorted((a, b) => a.label.start - b.label.start);
  if (isInTurn(read)) return [];
  const lines = linesOf(text, read);
  const most = lines.reduce((width, line) => Math.max(width, line.length), 1);
  const whole = lines.filter(({ length }) => length === most);
  if (most > MOST_ACCOUNTS || whole.length < LEAST_LINES || whole.length * 2 < lines.length) return [[...rows]];
  return Array.from({ length: most }, (_, at) => whole.flatMap((line) => line[at] ?? []).sort((a, b) => a.spec.index - b.spec.index));
}

/** The row of the form before `row` that the text has. */
const rowBefore = (table: BoundTable, row: BoundRow): BoundRow | undefined =>
  table.rows.slice(0, row.spec.index).findLast((other) => other !== undefined);

/** Whether the row opens a group: the group's label, which stands elsewhere in the text, belongs between the two rows. */
const opensGroup = ({ spec: { groups } }: BoundRow, before: BoundRow): boolean =>
  groups.some((group) => !before.spec.groups.includes(group));

/** Where the cells of groups say over how many rows they stand, a row moves among the rows of its groups alone. */
function leavesGroup({ rows }: BoundTable, row: BoundRow): boolean {
  if (!LAYOUTS[row.layout].rowSpans) return false;
  let above: BoundRow | undefined;
  for (const line of rows) if (line && line.label.start < row.label.start && !(above && above.label.start > line.label.start)) above = line;
  return String(above?.spec.groups ?? []) !== String(row.spec.groups);
}

export const rowOrder: Rule = {
  meta: {
    id: 'row-order',
    severity: 'warning',
    fixable: ['manual'],
    summary: say('表格行的次序与格式不同', 'Rows are not in the order of the form'),
    basis: say('国办公开办函〔2019〕60号、〔2021〕30号所附格式', 'The form of the notices 国办公开办函〔2019〕60号 and 〔2021〕30号'),
    since: '0.1.0',
  },
  *check({ document: { text }, report }): Iterable<Draft> {
    for (const table of report.tables) {
      if (table.scrambled) continue;
      const rows = table.rows.filter((row) => row !== undefined && row.found > 0) as BoundRow[];
      if (rows.every((row, index) => index === 0 || row.label.start > (rows[index - 1] as BoundRow).label.start)) continue;
      const accounts = accountsOf(text, rows);
      const inOrder = new Set(accounts.flatMap((account) => [...orderedRows(account)]));
      for (const row of accounts.flat()) {
        if (inOrder.has(row)) continue;
        const before = rowBefore(table, row);
        const [label, other] = [brief(row.spec.label), before && brief(before.spec.label)];
        yield {
          span: row.label,
          message: other
            ? say(`“${label}”一行应在“${other}”之后`, `The row “${label}” belongs behind “${other}”`)
            : say(`“${label}”一行应在本表最前`, `The row “${label}” belongs at the beginning of the table`),
          cells: [],
          ...(before ? { related: [{ span: before.label, message: say('应在此行之后', 'it belongs behind this row') }] } : {}),
          table: table.spec.id,
          row: row.spec.key,
        };
      }
    }
  },
  fixes({ document: { text }, report }, finding) {
    const table = tableOf(report, finding.table ?? '');
    const row = table?.rows.find((row) => row?.spec.key === finding.row);
    const before = table && row && rowBefore(table, row);
    if (!row || !before || !standsAlone(text, row) || !standsAlone(text, before) || carriesGroup(text, row)) return [];
    if (opensGroup(row, before) || leavesGroup(table, row)) return [];
    const from = rowExtent(text, row);
    const place = rowExtent(text, before).end;
    // It stands there: the rows around it are out of order, not it.
    if (place === from.start) return [];
    const moved = text.slice(from.start, from.end);
    // The last line of a text without line end cannot be moved as it is.
    if (!/[\r\n>]$/.test(moved)) return [];
    return [
      {
        title: say(`移到“${brief(before.spec.label)}”之后`, `Move it behind “${brief(before.spec.label)}”`),
        class: 'manual',
        preferred: false,
        breaks: 0,
        edits: [
          { span: from, newText: '' },
          { span: { start: place, end: place }, newText: moved },
        ],
      },
    ];
  },
};

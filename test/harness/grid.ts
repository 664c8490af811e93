/** The statutory tables as on paper: a grid of cells with spans, to be rendered into any layout. */
import type { TableForm } from '../../server/src/core/statute/form.ts';

export interface GridCell {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
}

export type Grid = readonly (readonly GridCell[])[];

/** Values by cell key; what is not there is rendered blank. */
export type ReportValues = ReadonlyMap<string, number | string>;

const cell = (text: string, columns = 1, rows = 1): GridCell => ({ text, columns, rows });

/** `without` names rows (by row key) that are left out, as a row deleted in Word is. */
export function gridOf(form: TableForm, values: ReportValues, without: ReadonlySet<string> = new Set()): Grid {
  const table: TableForm = { ...form, rows: form.rows.filter(({ key }) => !without.has(`${form.id}.${key}`)) };
  const value = (key: string): GridCell => cell(String(values.get(key) ?? ''));
  if (table.id === 'disputes') return disputeGrid(table, value);
  if (table.id === 'applications') return applicationGrid(table, value);
  return table.data.blocks.flatMap((block, index) => [
    [cell(block.label ?? '', 4)],
    spread([cell('信息内容'), ...block.columns.map(({ label }) => cell(label))], 4),
    ...table.rows
      .filter((row) => row.block === index)
      .map((row) => spread([cell(row.label), ...row.cells.map(({ key }) => value(key))], 4)),
  ]);
}

/** The last cell takes the columns that are left, as in the notice's table. */
function spread(cells: GridCell[], width: number): GridCell[] {
  const last = cells[cells.length - 1] as GridCell;
  return [...cells.slice(0, -1), { ...last, columns: width - cells.length + 1 }];
}

function disputeGrid(table: TableForm, value: (key: string) => GridCell): Grid {
  const columns = (table.data.blocks[0]?.columns ?? []).map(({ label }) => label);
  return [
    [cell('行政复议', 5), cell('行政诉讼', 10)],
    [...columns.map((label) => cell(label, 1, 2)), cell('未经复议直接起诉', 5), cell('复议后起诉', 5)],
    [...columns, ...columns].map((label) => cell(label)),
    table.cells.map(({ key }) => value(key)),
  ];
}

function applicationGrid(table: TableForm, value: (key: string) => GridCell): Grid {
  const columns = (table.data.blocks[0]?.columns ?? []).map(({ label }) => label);
  const groups = table.data.blocks[0]?.groups ?? {};
  const size = (group: string): number => table.rows.filter((row) => row.groups.includes(group)).length;
  const rows = table.rows.map((row, index) => {
    const before = table.rows[index - 1]?.groups ?? [];
    const opened = row.groups.filter((group) => !before.includes(group));
    const labels = opened.map((group) => cell(groups[group]?.label ?? '', 1, size(group)));
    return [...labels, cell(row.label, 3 - row.groups.length), ...row.cells.map(({ key }) => value(key))];
  });
  return [
    [cell(table.data.headers[0]?.label ?? '', 3, 3), cell('申请人情况', 7)],
    [cell('自然人', 1, 2), cell('法人或其他组织', 5), cell('总计', 1, 2)],
    columns.slice(1, 6).map((label) => cell(label)),
    ...rows,
  ];
}

/** Each row spelled out over all columns: `undefined` where a cell spreads from the left, `null` where from above. */
export function spelledOut(grid: Grid): (string | null | undefined)[][] {
  const rows: (string | null | undefined)[][] = grid.map(() => []);
  grid.forEach((cells, y) => {
    let x = 0;
    for (const { text, columns, rows: height } of cells) {
      while ((rows[y] as unknown[])[x] !== undefined || x in (rows[y] as unknown[])) x++;
      for (let dy = 0; dy < height; dy++) {
        for (let dx = 0; dx < columns; dx++) {
          const row = rows[y + dy];
          if (row) row[x + dx] = dy > 0 ? (dx === 0 ? null : undefined) : dx > 0 ? undefined : text;
        }
      }
      x += columns;
    }
  });
  return rows;
}

/** A statutory table as on paper: rows of cells with column and row spans, from the edition's data, for every writer. */
import type { CellSpec, RowSpec, TableForm } from '../statute/form.ts';
import type { TableData } from '../statute/schema.ts';

type Block = TableData['blocks'][number];

/** What a label stands for: a block of the table, columns, a group of rows, a row. */
export type LabelKind = 'block' | 'column' | 'group' | 'row';

export type PaperCell = PaperLabel | PaperNumber;

interface PaperPlace {
  readonly text: string;
  /** How many columns and rows it takes; it stands in the row in which it begins. */
  readonly columns: number;
  readonly rows: number;
}

interface PaperLabel extends PaperPlace {
  readonly kind: LabelKind;
}

interface PaperNumber extends PaperPlace {
  readonly kind: 'number';
  readonly cell: CellSpec;
}

export type Paper = readonly (readonly PaperCell[])[];

/** A column of numbers with the words above it, outermost first; the last one of a block takes the columns that are left. */
interface Leaf {
  readonly path: readonly { readonly key: string; readonly label: string }[];
  readonly label: string;
  readonly columns: number;
}

const label = (kind: LabelKind, text: string, columns = 1, rows = 1): PaperLabel => ({ text, kind, columns, rows });

/** `write` says what stands in a cell; nothing where it is left blank. */
export function paperOf(table: TableForm, write: (cell: CellSpec) => string): Paper {
  const { data, rows } = table;
  const width = data.labelColumns + Math.max(...data.blocks.map(countColumns));
  return data.blocks.flatMap((block, index) => {
    const leaves = leavesOf(data, block, width - data.labelColumns);
    const own = rows.filter((row) => row.block === index);
    return [
      ...(block.label ? [[label('block', block.label, width)]] : []),
      ...headOf(data, leaves),
      ...bodyOf(data, block, own, leaves, write),
    ];
  });
}

const countColumns = ({ arrangement, columns, rows }: Block): number => columns.length * (arrangement === 'line' ? rows.length : 1);

function leavesOf(data: TableData, block: Block, width: number): Leaf[] {
  const headers = new Map(data.headers.map(({ key, label: word }) => [key, word]));
  const columns = (above: Leaf['path']): Leaf[] =>
    block.columns.map(({ label: word, groups = [] }) => ({
      path: [...above, ...groups.map((key) => ({ key, label: headers.get(key) ?? '' }))],
      label: word,
      columns: 1,
    }));
  const leaves =
    block.arrangement === 'line'
      ? block.rows.flatMap((row) => {
          const groups = (row.groups ?? []).map((key) => ({ key: `group ${key}`, label: block.groups?.[key]?.label ?? '' }));
          return columns([...groups, { key: `row ${row.key}`, label: row.label }]);
        })
      : columns([]);
  const last = leaves.length - 1;
  return leaves.map((leaf, index) => (index === last ? { ...leaf, columns: width - last } : leaf));
}

/** A header row for each level of words; a column with fewer words above it reaches down over the rest. */
function headOf(data: TableData, leaves: readonly Leaf[]): PaperLabel[][] {
  const depth = Math.max(...leaves.map(({ path }) => path.length)) + 1;
  const pathTo = ({ path }: Leaf, level: number): string =>
    path
      .slice(0, level + 1)
      .map(({ key }) => key)
      .join('\n');
  const corner = data.headers.find(({ key }) => key === undefined)?.label ?? '';
  return Array.from({ length: depth }, (_, level) => {
    const row: PaperLabel[] = level === 0 && data.labelColumns > 0 ? [label('column', corner, data.labelColumns, depth)] : [];
    let open: string | null = null;
    for (const leaf of leaves) {
      const above = leaf.path[level];
      const path = above ? pathTo(leaf, level) : null;
      const last = row[row.length - 1];
      if (above && last && path === open) row[row.length - 1] = { ...last, columns: last.columns + leaf.columns };
      else if (above) row.push(label('column', above.label, leaf.columns));
      else if (leaf.path.length === level) row.push(label('column', leaf.label, leaf.columns, depth - level));
      open = path;
    }
    return row;
  });
}

function bodyOf(
  data: TableData,
  block: Block,
  rows: readonly RowSpec[],
  leaves: readonly Leaf[],
  write: (cell: CellSpec) => string,
): PaperCell[][] {
  return rows.map((row, at) => {
    const above = rows[at - 1]?.groups ?? [];
    const groups = row.groups.filter((key) => !above.includes(key));
    const height = (group: string): number => {
      const end = rows.findIndex((other, index) => index > at && !other.groups.includes(group));
      return (end < 0 ? rows.length : end) - at;
    };
    return [
      ...groups.map((key) => label('group', block.groups?.[key]?.label ?? '', 1, height(key))),
      ...(row.labelled ? [label('row', row.label, data.labelColumns - row.groups.length)] : []),
      ...row.cells.map((cell, x): PaperNumber => ({ text: write(cell), kind: 'number', cell, columns: leaves[x]?.columns ?? 1, rows: 1 })),
    ];
  });
}

/** A place of the grid: a cell where it begins, or what it takes besides, to its right or below. */
export interface Place {
  readonly text: string;
  readonly part: 'cell' | 'right' | 'below';
}

/** Every row spelled out over all columns. */
export function placesOf(paper: Paper): Place[][] {
  const rows: Place[][] = paper.map(() => []);
  paper.forEach((cells, y) => {
    const row = rows[y] as Place[];
    let x = 0;
    for (const { text, columns, rows: height } of cells) {
      while (row[x]) x++;
      for (let dy = 0; dy < height; dy++) {
        for (let dx = 0; dx < columns; dx++) {
          const part = dx > 0 ? 'right' : dy > 0 ? 'below' : 'cell';
          (rows[y + dy] ?? [])[x + dx] = { text: part === 'cell' ? text : '', part };
        }
      }
      x += columns;
    }
  });
  return rows;
}

/** Walks the cells of one table and collects, for each row of the form, the cells that stand after its label. */

import { LAYOUTS } from '../../layout/layouts.ts';
import type { Token } from '../../layout/token.ts';
import type { RowSpec, TableForm } from '../../statute/form.ts';
import type { LabelEntry } from '../../statute/lexicon.ts';
import type { Item } from '../words/classify.ts';

/** A row of the form as found: its label and every cell after it, not yet fitted to columns. */
export interface RawRow {
  readonly spec: RowSpec;
  readonly label: Token;
  /** The cells before the label in its row: merged label cells, or the labels of its groups. */
  readonly leading: readonly Token[];
  readonly values: readonly Token[];
  /** Empty cells stood among the values whose place is lost. */
  readonly gaps: boolean;
  /** Rows of one part stand together; between two parts stands prose, a heading, another table. */
  readonly part: number;
  /** The text ends this row; otherwise another label cut it off, and what is lost is lost at its end. */
  readonly closed: boolean;
  /** More cells than due after a mark was taken for an empty cell, or numbers of nobody right after the row. */
  readonly doubtful: boolean;
}

/** A row whose label no form knows: text, and numbers after it. */
export interface StrayRow {
  readonly label: Token;
  readonly leading: readonly Token[];
  readonly values: readonly Token[];
  readonly gaps: boolean;
  readonly part: number;
}

export interface Walked {
  readonly rows: readonly RawRow[];
  readonly strays: readonly StrayRow[];
  /** As many numbers as the first row of the form has stood before every label. */
  readonly headless: boolean;
  /** How many numbers stand in each part where nothing separates cells, of whatever row or of none. */
  readonly numbers: readonly number[];
}

// No form has more label columns; what stands further left belongs to no row.
const MOST_LEADING = 4;

interface OpenRow {
  readonly spec: RowSpec;
  readonly label: Token | null;
  readonly leading: readonly Token[];
  readonly values: Token[];
  /** A mark that may end the row was taken for an empty cell. */
  weak: boolean;
}

/** What closes a row: a mark of the text, or the label of another. */
type Closing = 'mark' | 'label';

export function walk(items: readonly Item[], table: TableForm): Walked {
  const rows: RawRow[] = [];
  const strays: StrayRow[] = [];
  const unlabelled = table.rows.find((row) => !row.labelled);
  const fresh = (): OpenRow | null => (unlabelled ? { spec: unlabelled, label: null, leading: [], values: [], weak: false } : null);
  let open = fresh();
  let ordinal = -1;
  let row: Token[] = [];
  /** Where in `row` the cells begin that no word has claimed. */
  let unclaimed = 0;
  let part = 0;
  let gaps = false;
  let headless = false;
  const numbers = [0];

  const add = ({ spec, leading, values, weak }: OpenRow, label: Token, by: Closing): void => {
    rows.push({ spec, label, leading, values, gaps, part, closed: by === 'mark', doubtful: weak && values.length > spec.cells.length });
  };
  /** Numbers right after a row that belong to nothing: they may be of it, or another's. */
  const doubt = (cells: readonly Token[]): void => {
    const last = rows[rows.length - 1];
    if (!last || last.part !== part || cells.length === 0) return;
    if (cells.every(({ holds }) => holds === 'number')) rows[rows.length - 1] = { ...last, doubtful: true };
  };
  const close = (by: Closing): void => {
    if (open?.label) add(open, open.label, by);
    else if (open && by === 'mark' && isNumberRow(open)) add(open, open.values[0] as Token, by);
    else if (!unlabelled) {
      headless ||= rows.length === 0 && isHeadless(row.slice(unclaimed), table);
      doubt(row.slice(unclaimed));
      const stray = strayOf(row, unclaimed);
      if (stray) strays.push({ ...stray, gaps, part });
    }
    open = fresh();
    unclaimed = row.length;
  };
  const endRow = (): void => {
    close('mark');
    row = [];
    unclaimed = 0;
    gaps = false;
  };

  items.forEach((item, index) => {
    const { cell, meanings } = item;
    if (item.apart) {
      endRow();
      numbers[++part] = 0;
    }
    if (cell.kind === 'table-end') {
      endRow();
      numbers[++part] = 0;
      return;
    }
    if (cell.kind === 'gap') {
      gaps = true;
      return;
    }
    if (cell.kind !== 'cell') {
      if (LAYOUTS[cell.layout].anyLine && isEndedByBlankLine(items[index - 1])) numbers[++part] = 0;
      if (open && cell.kind === 'weak-end' && isBlankHere(open, items, index)) {
        open.values.push(cell.as('cell', cell.layout));
        open.weak = true;
      } else endRow();
      return;
    }
    if (!meanings) {
      if (LAYOUTS[cell.layout].loose && cell.holds === 'number') numbers[part] = (numbers[part] ?? 0) + 1;
      if (isOver(open, cell)) endRow();
      row.push(cell);
      // Words above the line of numbers are of its header, known or not.
      if (open && (open.label || open.values.length > 0 || cell.holds !== 'text')) open.values.push(cell);
      return;
    }
    const entry = nearest(meanings, table, ordinal);
    if (entry) ordinal = entry.ordinal;
    if (open?.label) close('label');
    else open = fresh();
    if (entry?.kind === 'row' && entry.row) {
      open = { spec: entry.row, label: cell, leading: row.slice(-MOST_LEADING), values: [], weak: false };
    }
    row.push(cell);
    unclaimed = row.length;
  });
  close('mark');
  return { rows, strays, headless, numbers };
}

const isEndedByBlankLine = (before: Item | undefined): boolean => before !== undefined && LAYOUTS[before.cell.layout].blankLineEnds;

/** Words that occur more than once are told apart by position: the next one in reading order is meant. */
export function nearest(meanings: readonly LabelEntry[], table: TableForm, ordinal: number): LabelEntry | null {
  let best: LabelEntry | null = null;
  for (const entry of meanings) {
    if (entry.table !== table) continue;
    if (!best) best = entry;
    else if (best.ordinal <= ordinal && entry.ordinal > ordinal) best = entry;
  }
  return best;
}

/** Where only pipes stand between cells, text after as many cells as are due begins another row. */
function isOver(open: OpenRow | null, { layout, holds }: Token): boolean {
  if (!open?.label || !LAYOUTS[layout].textEndsRow) return false;
  return open.values.length >= open.spec.cells.length && holds === 'text';
}

/** A pipe alone is an empty cell while the row is not full and a number, or another such pipe, follows. */
function isBlankHere(open: OpenRow, items: readonly Item[], index: number): boolean {
  const due = open.spec.cells.length;
  if (open.values.length >= due || (!open.label && open.values.length === 0)) return false;
  const next = items[index + 1];
  if (!next || next.apart) return false;
  const { kind, layout } = next.cell;
  if (kind === 'cell') return !next.meanings && !LAYOUTS[layout].anyLine;
  return kind === 'weak-end';
}

/** Cells without a label are the form's unlabelled row if there is a number among them, or all of them are blank. */
function isNumberRow(open: OpenRow): boolean {
  if (open.values.length === 0) return false;
  const kinds = open.values.map(({ holds }) => holds);
  return kinds.includes('number') || (kinds.length >= open.spec.cells.length && !kinds.includes('text'));
}

function isHeadless(cells: readonly Token[], { rows }: TableForm): boolean {
  return cells.length > 1 && cells.length === rows[0]?.cells.length && cells.every(({ holds }) => holds === 'number');
}

/** The cells that no word has claimed, if they are a text and numbers after it. */
function strayOf(row: readonly Token[], from: number): Omit<StrayRow, 'gaps' | 'part'> | null {
  const kinds = row.slice(from).map(({ holds }) => holds);
  const first = kinds.indexOf('number');
  const label = kinds.lastIndexOf('text', first);
  if (first < 0 || label < 0) return null;
  const at = from + label;
  return { label: row[at] as Token, leading: row.slice(Math.max(0, at - MOST_LEADING), at), values: row.slice(at + 1) };
}

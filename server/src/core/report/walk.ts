/** Walks the cells of one table and collects, for each line of the form, the cells that stand behind its label. */
import type { Token } from '../layout/token.ts';
import type { LineSpec, TableForm } from '../statute/form.ts';
import type { LabelEntry } from '../statute/lexicon.ts';
import type { Item } from './classify.ts';
import { contentOf } from './content.ts';

/** A line of the form as found: its label and every cell behind it, not yet fitted to columns. */
export interface RawLine {
  readonly spec: LineSpec;
  readonly label: Token;
  /** The cells before the label in its row: merged label cells, or the labels of its groups. */
  readonly leading: readonly Token[];
  readonly values: readonly Token[];
  /** Rows of one part stand together; between two parts stands prose, a heading, another table. */
  readonly part: number;
  /** The text ends this row; otherwise another label cut it off, and what is lost is lost at its end. */
  readonly closed: boolean;
}

// No form has more label columns; what stands further left belongs to no row.
const MOST_LEADING = 4;

// A longer line between rows is prose; a shorter one may be half of a label that was broken over lines.
const LONGEST_PIECE = 30;

interface OpenLine {
  readonly spec: LineSpec;
  readonly label: Token | null;
  readonly leading: readonly Token[];
  readonly values: Token[];
}

export function walk(text: string, items: readonly Item[], table: TableForm): RawLine[] {
  const found: RawLine[] = [];
  const unlabelled = table.lines.find((line) => !line.labelled);
  const fresh = (): OpenLine | null => (unlabelled ? { spec: unlabelled, label: null, leading: [], values: [] } : null);
  let open = fresh();
  let ordinal = -1;
  let row: Token[] = [];
  let part = 0;

  const close = (closed: boolean): void => {
    if (open?.label) found.push({ spec: open.spec, label: open.label, leading: open.leading, values: open.values, part, closed });
    else if (open && closed && isNumberRow(text, open)) {
      found.push({ spec: open.spec, label: open.values[0] as Token, leading: [], values: open.values, part, closed });
    }
    open = fresh();
  };

  items.forEach((item, index) => {
    const { token, meanings } = item;
    if (item.apart) {
      close(true);
      row = [];
      part++;
    }
    if (token.kind === 'table-end') {
      close(true);
      part++;
      return;
    }
    if (token.kind !== 'cell') {
      if (token.layout === 'bare-lines' && items[index - 1]?.token.layout === 'markdown') part++;
      // Where every line is one cell, a blank line may stand between any two of them: it ends no row.
      if (open?.label?.layout === 'bare-lines' || isBareRun(open)) return;
      if (open && token.kind === 'weak-end' && isBlankHere(open, items, index)) open.values.push({ ...token, kind: 'cell' });
      else {
        close(true);
        row = [];
      }
      return;
    }
    if (!meanings) {
      row.push(token);
      if (token.layout === 'bare-lines' && token.end - token.start > LONGEST_PIECE) part++;
      if (!open) return;
      if (token.layout === 'bare-lines' && !isBareCell(text, open, token)) close(true);
      else open.values.push(token);
      return;
    }
    const entry = nearest(meanings, table, ordinal);
    if (entry) ordinal = entry.ordinal;
    // In bare lines an empty cell leaves no trace, so a short row may lack any of its cells, not only the last.
    if (open?.label || isBareRun(open)) close(open?.label?.layout === 'bare-lines' || !open?.label);
    else open = fresh();
    if (entry?.kind === 'row' && entry.line) open = { spec: entry.line, label: token, leading: row.slice(-MOST_LEADING), values: [] };
    row.push(token);
  });
  close(true);
  return found;
}

/** Words that occur more than once are told apart by position: the next one in reading order is meant. */
function nearest(meanings: readonly LabelEntry[], table: TableForm, ordinal: number): LabelEntry | null {
  let best: LabelEntry | null = null;
  for (const entry of meanings) {
    if (entry.table !== table) continue;
    if (!best) best = entry;
    else if (best.ordinal <= ordinal && entry.ordinal > ordinal) best = entry;
  }
  return best;
}

const isBareRun = (open: OpenLine | null): boolean => open?.values[0]?.layout === 'bare-lines';

/** A line of its own is a cell of a row of such lines if it is a number; a line of text below a table is prose. */
function isBareCell(text: string, open: OpenLine, token: Token): boolean {
  const { layout } = open.label ?? open.values[0] ?? token;
  return layout === 'bare-lines' && contentOf(text, token).kind === 'number';
}

/** A pipe alone is an empty cell while the row is not full and a number, or another such pipe, follows. */
function isBlankHere(open: OpenLine, items: readonly Item[], index: number): boolean {
  const due = open.spec.cells.length;
  if (open.values.length >= due || (!open.label && open.values.length === 0)) return false;
  const next = items[index + 1];
  if (!next || next.apart) return false;
  if (next.token.kind === 'cell') return !next.meanings && next.token.layout !== 'bare-lines';
  return next.token.kind === 'weak-end';
}

/** Cells without a label are the form's unlabelled line if there is a number among them, or all of them are blank. */
function isNumberRow(text: string, open: OpenLine): boolean {
  if (open.values.length === 0) return false;
  const kinds = open.values.map((token) => contentOf(text, token).kind);
  return kinds.includes('number') || (kinds.length >= open.spec.cells.length && !kinds.includes('text'));
}

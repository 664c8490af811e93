/** Chooses, for each row of a form, the row of the text that is meant, where rows are torn or repeated. */

import { LAYOUTS, type LayoutId } from '../../layout/layouts.ts';
import type { Token } from '../../layout/token.ts';
import type { RowSpec, TableForm } from '../../statute/form.ts';
import { type ChosenRow, fit, styleOf, type TableStyle } from './fit.ts';
import { doubtShort, isScrambled, trusted } from './loose.ts';
import { claimStrays } from './strays.ts';
import type { RawRow, Walked } from './walk.ts';

export interface ChosenRows {
  /** By row index. */
  readonly rows: readonly (ChosenRow | undefined)[];
  /** Whole rows for rows of the form that have one already. */
  readonly duplicates: readonly ChosenRow[];
  /** The layout that most rows have. */
  readonly layout: LayoutId | null;
  /** Labels and numbers do not stand together. */
  readonly scrambled: boolean;
}

export function chooseRows({ rows, strays, headless, numbers }: Walked, spec: TableForm): ChosenRows {
  const [main = [], ...others] = partsOf(ended(rows));
  const layout = layoutOf(main);
  // How merged cells are written shows in any part of a torn table.
  const style = styleOf(layout === null ? main : rows.filter(({ label }) => label.layout === layout), layout);
  const chosen: (ChosenRow | undefined)[] = spec.rows.map(() => undefined);
  const duplicates: ChosenRow[] = [];
  const fitted = withoutRepeats(main, spec).map((row): ChosenRow => ({ row, fitted: fit(row, style) }));
  const loose = layout !== null && LAYOUTS[layout].loose;
  const candidates = loose ? trusted(main, fitted, spec) : fitted;
  for (const candidate of candidates) {
    const { index } = candidate.row.spec;
    const known = chosen[index];
    if (!known || rank(candidate) > rank(known)) chosen[index] = candidate;
    else if (rank(known) === WHOLE && rank(candidate) === WHOLE) duplicates.push(candidate);
  }
  const scrambled = loose && (isScrambled(candidates, spec) || (headless && main[main.length - 1]?.values.length === 0));
  if (!scrambled) {
    if (loose) doubtShort(chosen, duplicates, numbers[main[0]?.part ?? 0] ?? 0);
    fillGaps(chosen, others, style);
    // Between torn rows the numbers beside unknown words may be a neighbour's.
    if (!candidates.some((candidate) => candidate.fitted.kind === 'torn')) claimStrays(chosen, strays, spec, style);
  }
  return { rows: chosen, duplicates, layout, scrambled };
}

/** Where hardly anything but the next label ends a row, a row that is cut off may miss any of its cells, not only the last. */
function ended(rows: readonly RawRow[]): readonly RawRow[] {
  const closed = rows.filter((row) => row.closed).length;
  return closed * 2 >= rows.length ? rows : rows.map((row) => ({ ...row, closed: true }));
}

const WHOLE = 2;
/** A row with all its cells before one with some, that before a label in passing (in a caption, in a repeated header). */
const rank = ({ row, fitted }: ChosenRow): number => (fitted.kind === 'full' ? WHOLE : row.values.length > 0 ? 1 : 0);

function layoutOf(rows: readonly RawRow[]): LayoutId | null {
  const counts = new Map<LayoutId, number>();
  for (const { label, values } of rows) if (values.length > 0) counts.set(label.layout, (counts.get(label.layout) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? rows[0]?.label.layout ?? null;
}

/**
 * The rows that stand together, the fullest part first. A text may hold a table twice (another year's beside this
 * one): where the first row comes again, another part begins.
 */
function partsOf(rows: readonly RawRow[]): readonly (readonly RawRow[])[] {
  const parts: RawRow[][] = [];
  let open: RawRow[] | undefined;
  /** The rows of the form that `open` has. */
  const known = new Set<RowSpec | undefined>();
  for (const [index, row] of rows.entries()) {
    const last = open?.[open.length - 1];
    // A row that comes twice on its own is no other table: there the rows after it come again, too.
    const repeats = known.has(rows[index + 1]?.spec);
    const restarts = open !== undefined && repeats && row.spec === open[0]?.spec && row.values.length > 0 && open.length > 2;
    if (!open || restarts || row.part !== last?.part) {
      open = [];
      known.clear();
      parts.push(open);
    }
    open.push(row);
    known.add(row.spec);
  }
  const whole = new Map(parts.map((part) => [part, part.filter(({ spec, values }) => values.length >= spec.cells.length).length]));
  return parts.sort((a, b) => (whole.get(b) ?? 0) - (whole.get(a) ?? 0));
}

/**
 * Merged number cells that a converter has written out once for each column. A row of one number says so by itself;
 * of several, every row of that width must.
 */
function withoutRepeats(rows: readonly RawRow[], spec: TableForm): readonly RawRow[] {
  const widest = Math.max(...spec.rows.map(({ cells }) => cells.length));
  const repeats = ({ values, spec: { cells } }: RawRow): boolean => {
    const last = values[cells.length - 1];
    return cells.length < widest && values.length === widest && !!last && values.slice(cells.length).every((value) => isSame(value, last));
  };
  /** The numbers of cells due of which some row does not repeat any. */
  const kept = new Set(rows.filter((row) => !repeats(row)).map((row) => row.spec.cells.length));
  return rows.map((row) => {
    const due = row.spec.cells.length;
    return (due === 1 || !kept.has(due)) && repeats(row) ? { ...row, values: row.values.slice(0, due) } : row;
  });
}

/** The same number, or the same mark; two empty cells repeat nothing. */
function isSame({ content: a }: Token, { content: b }: Token): boolean {
  if (a.kind === 'number') return b.kind === 'number' && a.value === b.value && a.remark === b.remark;
  return a.kind === 'blank' && b.kind === 'blank' && a.span.end > a.span.start && b.span.end > b.span.start;
}

/** Pieces of a torn table fill its gaps, with whole rows only: another table has other widths, or rows that are here already. */
function fillGaps(chosen: (ChosenRow | undefined)[], others: readonly (readonly RawRow[])[], style: TableStyle): void {
  for (const part of others) {
    if (part.some(({ spec: { index } }) => chosen[index]?.row.values.length)) continue;
    for (const row of part) {
      const fitted = fit(row, style);
      if (fitted.kind === 'full') chosen[row.spec.index] = { row, fitted };
    }
  }
}

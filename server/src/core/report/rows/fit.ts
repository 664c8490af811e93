/** Fits the cells found after a label to the columns of the row: exactly, or not at all. */
import { LAYOUTS, type LayoutId } from '../../layout/layouts.ts';
import type { Token } from '../../layout/token.ts';
import type { RowSpec } from '../../statute/form.ts';
import type { RawRow } from './walk.ts';

/** What a row was judged by, one for each way out of the reader; the words are for whoever traces it (`npm run trace`). */
export const REASONS = {
  numbers: 'as many numbers as columns',
  blanks: 'as many cells as columns, the blank ones counted',
  cut: 'the next label cuts the row off: its first cells are there',
  doubtful: 'more cells than columns after a doubtful mark, or numbers of no row right after it',
  gaps: 'empty cells stood in it whose places are lost',
  shorter: 'shorter than every row of its kind without a blank',
  merged: 'a number stands where merged label cells are due',
  narrower: 'narrower than the other rows of the grid',
  wider: 'wider than every row of its kind without a blank',
  surplus: 'more than blanks after its last column',
  ended: 'it ends before its last column',
  oneWay: 'a run of digits that the sums leave one way to cut',
  severalWays: 'a run of digits that the sums leave several ways to cut, or none',
  torn: 'numbers set in columns that stand on several lines, or in none of the label’s',
  besideTorn: 'beside torn rows: too short, or in a line with the end of its label',
  homeless: 'shorter than due, while numbers of no row, or too many of another, stand in the table',
  neighbour: 'beside a row without its number of numbers, and its own sum fails',
} as const satisfies Readonly<Record<string, string>>;

export type Reason = keyof typeof REASONS;

export type Fit =
  | { readonly kind: 'full'; readonly values: readonly Token[]; readonly reason: Reason }
  /** The end of the row is cut off: the cells that are there are the first ones. */
  | { readonly kind: 'cut'; readonly values: readonly Token[]; readonly reason: Reason }
  /**
   * Too few or too many cells, merged ones not counted, all digits in one run, or numbers torn over several lines:
   * nobody can say which is which.
   */
  | { readonly kind: 'short' | 'long' | 'glued' | 'torn'; readonly found: number; readonly reason: Reason };

/** A row of the text, and what it gives to the columns. */
export interface ChosenRow {
  readonly row: RawRow;
  readonly fitted: Fit;
  /** Its label is in words that no form has. */
  readonly claimed?: true;
}

/** How a table writes merged cells. */
export interface TableStyle {
  /** Merged label cells stand as blanks between label and numbers. */
  readonly spelledOut: boolean;
  /** The number of cells that most rows have, where every row of the grid is written with all its cells; else 0. */
  readonly width: number;
  /** How many numbers the rows of that width hold; narrower rows must be as wide only where some are (`padded`). */
  readonly due: number;
  readonly padded: boolean;
  /** How many cells stand after the labels of rows without a blank, by the number of cells due and merged. */
  readonly lengths: ReadonlyMap<string, { readonly least: number; readonly most: number }>;
}

const isBlank = ({ holds }: Token): boolean => holds === 'blank';

const kindOf = ({ cells, gap }: RowSpec): string => `${cells.length}+${gap}`;

/** The style by the majority of the rows that show it, all of one layout. */
export function styleOf(rows: readonly RawRow[], layout: LayoutId | null): TableStyle {
  let spelled = 0;
  let collapsed = 0;
  const widths = new Map<number, number>();
  const lengths = new Map<string, { least: number; most: number }>();
  for (const row of rows) {
    const { spec, values } = row;
    if (values.filter((value) => !isBlank(value)).length === spec.cells.length) {
      const { least, most } = lengths.get(kindOf(spec)) ?? { least: values.length, most: values.length };
      lengths.set(kindOf(spec), { least: Math.min(least, values.length), most: Math.max(most, values.length) });
    }
    widths.set(widthOf(row), (widths.get(widthOf(row)) ?? 0) + 1);
    if (spec.gap === 0) continue;
    const due = spec.cells.length;
    if (values.length >= due + spec.gap && values.slice(0, spec.gap).every(isBlank)) spelled++;
    else if (values.length === due && !values.slice(0, spec.gap).some(isBlank)) collapsed++;
  }
  const usual = [...widths].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
  const due = rows.reduce((most, row) => (widthOf(row) === usual ? Math.max(most, row.spec.cells.length) : most), 0);
  const padded = rows.some((row) => row.spec.cells.length < due && widthOf(row) === usual);
  return { spelledOut: spelled > collapsed, width: layout !== null && LAYOUTS[layout].even ? usual : 0, due, padded, lengths };
}

const widthOf = ({ leading, values }: RawRow): number => leading.length + 1 + values.length;

export function fit(row: RawRow, style: TableStyle): Fit {
  const { values, closed } = row;
  const due = row.spec.cells.length;
  const inked = values.filter((value) => !isBlank(value));
  if (row.doubtful) return { kind: 'long', found: values.length, reason: 'doubtful' };
  if (inked.length === due) return { kind: 'full', values: inked, reason: 'numbers' };
  if (row.gaps) return { kind: inked.length < due ? 'short' : 'long', found: inked.length, reason: 'gaps' };
  const gap = style.spelledOut ? row.spec.gap : 0;
  // Shorter than every row without a blank: an empty cell at its end does not make up for the one that it lost.
  const usual = style.lengths.get(kindOf(row.spec));
  if (closed && usual && inked.length > 0 && values.length < usual.least) return { kind: 'short', found: inked.length, reason: 'shorter' };
  const found = values.length - gap;
  if (!values.slice(0, gap).every(isBlank)) return { kind: 'short', found: Math.min(inked.length, due - 1), reason: 'merged' };
  // A row that lost a cell looks full where merged cells after its numbers stand as blanks. Blanks alone cannot be shifted.
  const comparable = style.padded || due >= style.due;
  const lost = comparable ? style.width - (row.spec.gap - gap) - widthOf(row) : 0;
  if (closed && lost > 0 && inked.length > 0) return { kind: 'short', found: Math.min(found, due - lost), reason: 'narrower' };
  if (found >= due) {
    // Wider than every row without a blank: the blanks are not where they were.
    if (usual && inked.length > 0 && values.length > usual.most) return { kind: 'long', found, reason: 'wider' };
    const rest = values.slice(gap + due);
    return rest.every(isBlank)
      ? { kind: 'full', values: values.slice(gap, gap + due), reason: 'blanks' }
      : { kind: 'long', found, reason: 'surplus' };
  }
  return closed || gap > 0 ? { kind: 'short', found: Math.max(0, found), reason: 'ended' } : { kind: 'cut', values, reason: 'cut' };
}

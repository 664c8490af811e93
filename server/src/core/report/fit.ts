/** Fits the cells found behind a label to the columns of the line: exactly, or not at all. */
import type { LineSpec } from '../statute/form.ts';

/** Merged label cells are spelled out as blanks before the numbers (`spelled`), or left out (`collapsed`). */
export type MergeStyle = 'spelled' | 'collapsed';

export type Fit<T> =
  | { readonly kind: 'full'; readonly values: readonly T[] }
  /** The end of the row is cut off: the cells that are there are the first ones. */
  | { readonly kind: 'cut'; readonly values: readonly T[] }
  /** Too few or too many cells: nobody can say which is which. */
  | { readonly kind: 'unreadable' };

export interface FitRow<T> {
  readonly spec: LineSpec;
  readonly values: readonly T[];
  readonly closed: boolean;
}

/** How the table writes merged label cells, by the majority of the rows that show it. */
export function mergeStyle<T>(rows: readonly FitRow<T>[], isBlank: (value: T) => boolean): MergeStyle {
  let spelled = 0;
  let collapsed = 0;
  for (const { spec, values } of rows) {
    if (spec.gap === 0) continue;
    const due = spec.cells.length;
    if (values.length >= due + spec.gap && values.slice(0, spec.gap).every(isBlank)) spelled++;
    else if (values.length === due) collapsed++;
  }
  return spelled > collapsed ? 'spelled' : 'collapsed';
}

export function fit<T>(row: FitRow<T>, style: MergeStyle, isBlank: (value: T) => boolean): Fit<T> {
  const { values, closed } = row;
  const { gap } = row.spec;
  const due = row.spec.cells.length;
  const full = (from: number): Fit<T> => ({ kind: 'full', values: values.slice(from, from + due) });
  const blankFrom = (from: number): boolean => values.slice(from).every(isBlank);
  const inked = values.filter((value) => !isBlank(value));
  if (inked.length === due) return { kind: 'full', values: inked };
  if (style === 'spelled' && gap > 0) {
    if (values.length >= due + gap && values.slice(0, gap).every(isBlank) && blankFrom(due + gap)) return full(gap);
    return { kind: 'unreadable' };
  }
  if (values.length === due) return full(0);
  if (values.length > due) return blankFrom(due) ? full(0) : { kind: 'unreadable' };
  return closed ? { kind: 'unreadable' } : { kind: 'cut', values };
}

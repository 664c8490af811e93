/** How a file writes a table, so that it can be written anew in the same way, and what to write where that would lose blanks. */
import { LAYOUTS, type WrittenLayout } from '../layout/layouts.ts';
import type { BoundTable } from '../report/report.ts';
import type { Span } from '../text/span.ts';
import { plainStyle, type Style } from '../write/write.ts';

/** The styles to try, the table's own first; the others keep blanks that it loses, the most alike first. */
export function stylesFor(text: string, table: BoundTable, extent: Span): readonly [Style, ...Style[]] {
  const written = text.slice(extent.start, extent.end);
  const delimiter = hasDelimiter(written) ? 'below-first-row' : 'none';
  const { written: plain, writtenWithDashes, instead } = LAYOUTS[table.layout];
  const own = delimiter === 'none' ? plain : writtenWithDashes;
  const style = (layout: WrittenLayout): Style =>
    layout === own ? { layout, merged: mergedIn(text, table), delimiter, line: lineOf(written) } : plainStyle(layout);
  return [style(own), ...instead.map(style)];
}

const hasDelimiter = (table: string): boolean => table.split('\n').some((line) => line.includes('--') && /^[\s>|:+-]*$/.test(line));

function lineOf(table: string): Style['line'] {
  const first = table.trimStart().charAt(0);
  return first === '=' ? '=' : /[\u2500-\u257f]/.test(first) ? '─' : '-';
}

/** By the labels that stand over several label columns; where the form has none, by the rows that are narrower than others. */
function mergedIn(text: string, { layout, rows: lines, spec }: BoundTable): Style['merged'] {
  const { separator } = LAYOUTS[layout];
  if (!separator) return 'left-out';
  const between = (start: number, end: number): number => text.slice(start, end).split(separator).length - 1;
  const widest = Math.max(...spec.rows.map(({ cells }) => cells.length));
  const signs = lines.flatMap((line): number[] => {
    const first = line?.cells[0];
    const last = line?.cells[line.cells.length - 1];
    if (!line || !first || !last || line.misfit !== null) return [];
    if (line.spec.gap > 0) return [between(line.label.end, first.span.start)];
    if (line.spec.cells.length === widest) return [];
    const end = text.slice(last.span.end).search(/[\r\n]/);
    // Behind the last cell of a row in pipes one stands anyway.
    return [between(last.span.end, end < 0 ? text.length : last.span.end + end) + (separator === '|' ? 0 : 1)];
  });
  return signs.filter((count) => count > 1).length * 2 > signs.length ? 'spelled-out' : 'left-out';
}

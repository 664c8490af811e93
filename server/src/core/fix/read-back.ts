/** What is written anew is read again before it is offered: every cell as it was meant, everything else as before. */

import type { Edit } from '../finding/finding.ts';
import { LAYOUTS } from '../layout/layouts.ts';
import { parse } from '../report/parse.ts';
import { type BoundTable, type Document, type Report, tableOf } from '../report/report.ts';
import type { Span } from '../text/span.ts';
import type { Style } from '../write/write.ts';
import type { CarriedOver } from './carry-over.ts';
import { applyEdits } from './edits.ts';

const END = /\r?\n|\r/;

/** The lines with the line ends of what they take the place of, or of the file. */
export const withEnds = (text: string, { start, end }: Span, lines: readonly string[]): string =>
  lines.join(END.exec(text.slice(start, end))?.[0] ?? END.exec(text)?.[0] ?? '\n');

/** Also with what stands before every line of the table (a quotation, an indentation). */
export function inPlace(text: string, span: Span, lines: readonly string[], { layout }: Style): string {
  const old = text.slice(span.start, span.end);
  const eol = END.exec(old)?.[0] ?? '';
  const { markup, prefixed } = LAYOUTS[layout];
  if (markup) return eol + lines.join(eol) + eol;
  const prefix = prefixed ? (/^ *(?:> ?)*/.exec(old)?.[0] ?? '') : '';
  const everywhere = old.split(/\r\n|\n|\r/).every((line) => line.trim() === '' || line.startsWith(prefix));
  return withEnds(
    text,
    span,
    lines.map((line) => (everywhere ? prefix : '') + line),
  );
}

/** Whether a new table would stand over another one. */
export function overlap(report: Report, done: readonly { readonly span: Span; readonly table: BoundTable }[]): boolean {
  const others = report.tables.filter((table) => !done.some((one) => one.table === table));
  const spans = [...done, ...others].map(({ span }) => span).sort((a, b) => a.start - b.start);
  return spans.some(({ start }, index) => start < (spans[index - 1]?.end ?? 0));
}

/** The report as it would be read. Of a text with many only this one is read, so that the time stays linear in it. */
function after({ text, lexicon, reports }: Document, { span }: Report, edits: readonly Edit[]): Report | null {
  const { start, end } = reports.length > 1 ? span : { start: 0, end: text.length };
  const own = edits.map(({ span: place, newText }): Edit => ({ span: { start: place.start - start, end: place.end - start }, newText }));
  const read = parse(applyEdits(text.slice(start, end), own), lexicon).reports;
  return read.length === 1 ? (read[0] ?? null) : null;
}

/** Whether every cell of the new tables is read as it was meant, as a table of the new edition. */
export function readsAs(document: Document, report: Report, edits: readonly Edit[], carried: readonly CarriedOver[]): boolean {
  const read = after(document, report, edits);
  return carried.every(({ due, numbers }) => {
    const table = read && tableOf(read, due.id);
    if (!table || table.spec !== due || table.duplicates.length > 0) return false;
    return numbers.every((number, index) => {
      const cell = table.cells[index];
      if (!number) return cell?.state === 'blank';
      return cell?.state === 'number' && cell.value === number.value && cell.remark === number.remark;
    });
  });
}

/** Whether the other tables and the headings are read as before. */
export function keepsOthers(document: Document, report: Report, edits: readonly Edit[], tables: readonly BoundTable[]): boolean {
  const read = after(document, report, edits);
  const headings = (of: Report): string => of.sections.map(({ id }) => id).join();
  if (!read || read.tables.length !== report.tables.length || headings(read) !== headings(report)) return false;
  const states = (table: BoundTable | undefined): string =>
    (table?.cells ?? []).map((cell) => `${cell?.spec.key} ${cell?.state} ${cell?.value}`).join();
  return report.tables.every((table) => tables.includes(table) || states(table) === states(tableOf(read, table.spec.id)));
}

/** Tables of a web page, Word, WPS or Excel, as the file that they are pasted into writes its tables. */
import { LAYOUTS, type LayoutId } from '../layout/layouts.ts';
import { parse } from '../report/parse.ts';
import type { BoundTable } from '../report/report.ts';
import type { Lexicon } from '../statute/lexicon.ts';
import { paperOf } from '../write/paper.ts';
import { styleForMore, writeTable } from '../write/write.ts';
import { carryOver } from './carry-over.ts';

const isWhole = ({ scrambled, duplicates, rows: lines, cells }: BoundTable): boolean =>
  !scrambled &&
  duplicates.length === 0 &&
  lines.every((line) => line?.misfit === null) &&
  cells.every((cell) => cell?.state === 'number' || cell?.state === 'blank');

/** Word ends what is copied with an empty paragraph, for which a space stands that does not break. */
const isEmpty = (markup: string): boolean => markup.replace(/<[^<>]*>|&(?:nbsp|#160|#xa0);/gi, '').trim() === '';

/** Makes a table a report: one that stands alone would not be taken for one. */
const TITLE = '<h1>政府信息公开工作年度报告</h1>';

/**
 * The statutory tables that the HTML holds, each as text; `null` where there is none, where one cannot be read whole,
 * where anything else would be lost, or where a page stays a page: then the editor pastes as it always does.
 */
export function pasteTables(html: string, lexicon: Lexicon, layout: LayoutId | null): string | null {
  if (layout && LAYOUTS[layout].markup) return null;
  // Word writes a head of its own, with the name of the document.
  const { reports, text } = parse(TITLE + html.slice(Math.max(html.search(/<body[\s>]/i), 0)), lexicon);
  const tables = reports.flatMap((report) => report.tables);
  const isAlone =
    reports.length === 1 && reports[0]?.paragraphs.every(({ start, end }) => end <= TITLE.length || isEmpty(text.slice(start, end)));
  if (!isAlone || tables.length === 0 || !tables.every(isWhole)) return null;
  const style = styleForMore(layout);
  const written = tables.map((table) => {
    const { numbers } = carryOver(text, table, table.spec);
    const paper = paperOf(table.spec, ({ index }) => numbers[index]?.written ?? '');
    return writeTable(paper, style).join('\n');
  });
  return `${written.join('\n\n')}\n`;
}

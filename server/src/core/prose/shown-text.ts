/** The text of a report that readers see, tables of the form left out, in stretches with their places. */

import { sourceOf } from '../layout/content.ts';
import type { Document, Report } from '../report/report.ts';
import { memo } from '../text/memo.ts';
import type { Span } from '../text/span.ts';

interface Stretch {
  readonly text: string;
  readonly spanOf: (start: number, end: number) => Span;
}

/** What `find` finds in it; most texts hold nothing of the kind, which `may` says of all at once. */
export function* foundIn(document: Document, report: Report, may: RegExp, find: (text: string) => Iterable<Span>): Generator<Span> {
  if (!may.test(document.text)) return;
  for (const { text, spanOf } of shownText(document, report)) for (const { start, end } of find(text)) yield spanOf(start, end);
}

/** Lines as they stand, those of other tables and lists among them; of a page, what its paragraphs show. */
const shownText = memo(({ text: source }: Document, report: Report): readonly Stretch[] => {
  const tables = [...report.tables].sort((a, b) => a.span.start - b.span.start);
  let next = 0;
  return report.paragraphs.flatMap((paragraph): Stretch[] => {
    const { start: from, end, shown } = paragraph;
    while (next < tables.length && (tables[next]?.span.end ?? 0) <= from) next++;
    const table = tables[next];
    if (table && table.span.start < end) return [];
    if (!shown) return [{ text: source.slice(from, end), spanOf: (start, to) => ({ start: from + start, end: from + to }) }];
    const spanOf = (start: number, to: number): Span => {
      const pieces = sourceOf(shown, { start, end: to });
      return { start: pieces[0]?.start ?? from, end: pieces.at(-1)?.end ?? end };
    };
    return [{ text: shown.text, spanOf }];
  });
});

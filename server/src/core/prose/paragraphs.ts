/** The prose of a report: its paragraphs outside the tables, without white space and residue, each character with its place. */

import { sourceOf } from '../layout/content.ts';
import { type Paragraph, shownIn } from '../layout/paragraph.ts';
import type { Document, Report } from '../report/report.ts';
import { memo } from '../text/memo.ts';
import { isSpace, residueEnd, trim } from '../text/normalise.ts';
import type { Span } from '../text/span.ts';
import { simplified } from '../text/traditional.ts';
import type { ProseLine, ProseParagraph } from './prose-paragraph.ts';
import { joinWrapped } from './wrapped-lines.ts';

/** Read once a report, when a rule first asks; empty paragraphs are left out, and lines cut at a width are put together. */
export const proseOf = memo(({ text }: Document, report: Report): readonly ProseParagraph[] =>
  joinWrapped(text, report, linesOf(text, report)),
);

function linesOf(source: string, report: Report): ProseLine[] {
  const lines: ProseLine[] = [];
  const tables = [...report.tables].sort((a, b) => a.span.start - b.span.start);
  let next = 0;
  let section = 0;
  for (const paragraph of report.paragraphs) {
    while (next < tables.length && (tables[next]?.span.end ?? 0) <= paragraph.start) next++;
    const table = tables[next];
    if (table && table.span.start < paragraph.end) continue;
    while (section + 1 < report.sections.length && (report.sections[section + 1]?.span.start ?? 0) <= paragraph.start) section++;
    const own = report.sections[section];
    const written = shownIn(source, paragraph);
    if (isRow(written)) continue;
    const prose = compact(source, paragraph, own && own.span.start <= paragraph.start ? own.id : null);
    if (prose.text !== '') lines.push({ prose, source: paragraph });
  }
  return lines;
}

/** A line of cells, not of prose. */
const isRow = (written: string): boolean => written.includes('|') || (written.includes('\t') && /\S\t+\S/.test(written));

/** White space, what may begin residue, and digits in full width; without any of these a text is as it is written. */
const UNEVEN = /[\s\u200b-\u200f\u2060*[<&０-９％．]/;

function compact(source: string, paragraph: Paragraph, section: string | null): ProseParagraph {
  const { shown } = paragraph;
  const all = shown?.text ?? source;
  const { start: from, end: to } = shown ? trim(all, 0, all.length) : trim(all, paragraph.start, paragraph.end);
  const inSource = (span: Span): Span => {
    if (!shown) return span;
    const pieces = sourceOf(shown, span);
    return { start: pieces[0]?.start ?? paragraph.start, end: pieces.at(-1)?.end ?? paragraph.end };
  };
  const written = all.slice(from, to);
  if (!UNEVEN.test(written))
    return { text: simplified(written), section, spanOf: (start, end) => inSource({ start: from + start, end: from + end }) };
  const { text, places } = withoutSpace(all, from, to);
  const spanOf = (start: number, end: number): Span => inSource({ start: places[start] ?? to, end: (places[end - 1] ?? to - 1) + 1 });
  return { text: simplified(text), section, spanOf };
}

/** The characters that show, and the place of each. */
function withoutSpace(all: string, from: number, to: number): { readonly text: string; readonly places: readonly number[] } {
  const places: number[] = [];
  let text = '';
  let open = -1;
  const close = (at: number): void => {
    if (open >= 0) text += all.slice(open, at);
    open = -1;
  };
  for (let at = from; at < to; at++) {
    const code = all.charCodeAt(at);
    if (isSpace(code) || code === 0x2a) {
      close(at);
      continue;
    }
    if (code === 0x5b || code === 0x3c || code === 0x26) {
      const past = residueEnd(all, at, to);
      if (past > at) {
        close(at);
        at = past - 1;
        continue;
      }
    }
    places.push(at);
    if (isWide(code)) {
      close(at);
      text += String.fromCharCode(code - 0xfee0);
    } else if (open < 0) open = at;
  }
  close(to);
  return { text, places };
}

/** Digits, the point and the percent sign in full width. */
const isWide = (code: number): boolean => (code >= 0xff10 && code <= 0xff19) || code === 0xff05 || code === 0xff0e;

/** The prose of a report: its paragraphs outside the tables, without white space and residue, each character with its place. */
import type { Paragraph } from '../../layout/token.ts';
import type { Probes } from '../../statute/phrases.ts';
import { isSpace, residueEnd } from '../../text/normalise.ts';
import type { Span } from '../../text/span.ts';
import { sourceOf } from '../content.ts';
import type { Report } from '../report.ts';

export interface ProseParagraph {
  /** Characters that show, digits and percent signs half width. */
  readonly text: string;
  /** The table of the section in which it stands, if the section has one. */
  readonly table: string | null;
  readonly spanOf: (start: number, end: number) => Span;
}

/** A number of things, and the words that speak of none or all. */
const COUNT = /[0-9０-９]\s?[余多]?\s?[件条份宗起例篇则项部个次封单]|[一二两三四五六七八九十百]\s?[件条份宗起例篇则]/;
const STATEMENT = /未|无|没|均|全部|都|皆|悉数/;

/** What cannot claim anything costs next to nothing. */
const mayClaim = (written: string, { counts, statements }: Probes): boolean =>
  (COUNT.test(written) && counts.some((word) => written.includes(word))) ||
  (STATEMENT.test(written) && statements.some((word) => written.includes(word)));

// What opens a topic (`（二）依申请公开情况`) is short.
export const LONGEST_HEADING = 40;

/** Paragraphs that may claim something, and those that may be headings. */
export function* proseOf(source: string, report: Report, probes: Probes): Generator<ProseParagraph> {
  const tables = [...report.tables].sort((a, b) => a.span.start - b.span.start);
  let next = 0;
  let section = 0;
  for (const paragraph of report.paragraphs) {
    while (next < tables.length && (tables[next]?.span.end ?? 0) <= paragraph.start) next++;
    const table = tables[next];
    if (table && table.span.start < paragraph.end) continue;
    while (section + 1 < report.sections.length && (report.sections[section + 1]?.span.start ?? 0) <= paragraph.start) section++;
    const own = report.sections[section];
    const written = paragraph.shown?.text ?? source.slice(paragraph.start, paragraph.end);
    if (!(mayClaim(written, probes) || written.length <= LONGEST_HEADING) || isRow(written)) continue;
    yield compact(source, paragraph, own && own.span.start <= paragraph.start ? own.id : null);
  }
}

/** A line of cells, not of prose. */
export const isRow = (written: string): boolean => written.includes('|') || /\S\t+\S/.test(written);

function compact(source: string, paragraph: Paragraph, table: string | null): ProseParagraph {
  const { shown } = paragraph;
  const from = shown ? 0 : paragraph.start;
  const to = shown ? shown.text.length : paragraph.end;
  const all = shown?.text ?? source;
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
  const spanOf = (start: number, end: number): Span => {
    const span = { start: places[start] ?? to, end: (places[end - 1] ?? to - 1) + 1 };
    if (!shown) return span;
    const pieces = sourceOf(shown, span);
    return { start: pieces[0]?.start ?? paragraph.start, end: pieces.at(-1)?.end ?? paragraph.end };
  };
  return { text, table, spanOf };
}

/** Digits, the point and the percent sign in full width. */
const isWide = (code: number): boolean => (code >= 0xff10 && code <= 0xff19) || code === 0xff05 || code === 0xff0e;

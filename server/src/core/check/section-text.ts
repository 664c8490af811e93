/** What the rules about whole sections share: the sections that the form has, and what is written in them. */
import type { Paragraph } from '../layout/paragraph.ts';
import type { BoundTable, Document, Report, Section } from '../report/report.ts';
import type { RowSpec, TableForm } from '../statute/form.ts';
import { unnumbered } from '../statute/lexicon.ts';
import type { Edition } from '../statute/schema.ts';
import { memo } from '../text/memo.ts';
import { keyOf } from '../text/normalise.ts';
import type { Span } from '../text/span.ts';
import { simplified } from '../text/traditional.ts';

export type SectionSpec = Edition['sections'][number];

/** A part of a report, or an excerpt, makes no claim to be whole. */
export const LEAST_SECTIONS = 4;

/** The edition that a report is held against: that of its year, else that of its tables; none for the form before 2019. */
export const editionOf = ({ due, form, legacy }: Report): Edition | null => (legacy ? null : ((due ?? form)?.edition ?? null));

export const nameOf = ({ number, title }: SectionSpec): string => `${number}、${title}`;

export const bodyOf = ({ heading, span }: Section): Span => ({ start: heading.end, end: span.end });

// What is shown as a picture cannot be read, and may be all that is to be said.
export const PICTURE = /<(?:img|svg|object|embed|iframe)|!\[|\[im(?:age|g)\b/i;

// Tags, entities, and what converters leave; none of it is text.
const MARKUP = /<[^<>]*>|&#?\w{1,8};|\[bookmark[^[\]]{0,80}\]/gi;

/** The text that shows, each tag as the end of a line. */
export const visible = (text: string, { start, end }: Span): string => text.slice(start, end).replace(MARKUP, '\n');

/** In simplified characters, without markup and white space, which may stand within a word. */
export const wordsOf = (text: string, span: Span): string =>
  simplified(text.slice(span.start, span.end).replace(MARKUP, '').replace(/\s/g, ''));

/** What identifies words, of a whole text: neither punctuation nor markup stands between. */
export const runningWords = (text: string, span: Span): string => wordsOf(text, span).replace(/[^\p{Script=Han}\d]/gu, '');

// Shorter labels (其他, 规章) are words of any text.
const SHORTEST_WORD = 4;

/** Tables of the form of which no row is read, though at least half of their words stand in the text: refused, not missing. */
export const unreadTables = memo(({ text, lexicon }: Document, { form, tables, span }: Report): readonly TableForm[] => {
  const absent = form?.tables.filter(({ id }) => !tables.some(({ spec }) => spec.id === id)) ?? [];
  if (absent.length === 0) return [];
  const written = runningWords(text, span);
  return absent.filter((table) => {
    const words = [...lexicon.labels].flatMap(([key, entries]) =>
      key.length >= SHORTEST_WORD && entries.some((entry) => entry.table === table && entry.key === key) ? [key] : [],
    );
    return words.filter((word) => written.includes(word)).length * 2 >= words.length;
  });
});

/** Rows of a table that are not read, though their label stands in it beside the words that are: unreadable, not missing. */
export const refusedRows = memo(({ text }: Document, { spec, rows, span, words }: BoundTable): readonly RowSpec[] => {
  const absent = spec.rows.filter((row) => row.labelled && !rows[row.index]);
  if (absent.length === 0) return [];
  const rest: string[] = [];
  let at = span.start;
  for (const word of [...words].sort((a, b) => a.span.start - b.span.start)) {
    if (word.span.start > at) rest.push(runningWords(text, { start: at, end: word.span.start }));
    at = Math.max(at, word.span.end);
  }
  rest.push(runningWords(text, { start: at, end: span.end }));
  return absent.filter((row) => {
    const key = keyOf(unnumbered(row.label));
    return key.length >= SHORTEST_WORD && rest.some((piece) => piece.includes(key));
  });
});

/** The paragraphs that begin inside `span`, those of the statutory tables left out. */
export function proseIn({ paragraphs, tables }: Report, span: Span): Paragraph[] {
  const inTable = (one: Span): boolean => tables.some((table) => table.span.start < one.end && one.start < table.span.end);
  return paragraphs.filter((one) => one.start >= span.start && one.start < span.end && !inTable(one));
}

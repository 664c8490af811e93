/** What the rules about whole sections share: the sections that the form has, and what is written in them. */
import type { Paragraph } from '../layout/paragraph.ts';
import type { Report, Section } from '../report/report.ts';
import type { Edition } from '../statute/schema.ts';
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

/** The paragraphs that begin inside `span`, those of the statutory tables left out. */
export function proseIn({ paragraphs, tables }: Report, span: Span): Paragraph[] {
  const inTable = (one: Span): boolean => tables.some((table) => table.span.start < one.end && one.start < table.span.end);
  return paragraphs.filter((one) => one.start >= span.start && one.start < span.end && !inTable(one));
}

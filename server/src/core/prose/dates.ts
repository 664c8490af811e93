/** The years and dates that the prose names, each with its place, and the dates that say when the report was signed and published. */

import type { Document, Report } from '../report/report.ts';
import { smallNumber } from '../text/han-numerals.ts';
import { memo } from '../text/memo.ts';
import type { Span } from '../text/span.ts';
import { yearOf } from '../text/years.ts';
import { proseOf } from './paragraphs.ts';
import type { ProseParagraph } from './prose-paragraph.ts';

export interface DateMention {
  readonly paragraph: ProseParagraph;
  /** Offsets in the text of the paragraph, which has no white space. */
  readonly start: number;
  readonly end: number;
  readonly span: Span;
  /** As written, be it a year or not: 202020 too. */
  readonly year: number;
  /** `null` where only a year is named, or only a month. */
  readonly month: number | null;
  readonly day: number | null;
}

const DATE =
  /(?<![\d.])(\d{3,6}|二[〇○零Ｏ][〇○零Ｏ一二三四五六七八九]{2})年度?(?:(\d{1,2}|[一二三四五六七八九十]{1,3})月(?:份|(\d{1,2}|[一二三四五六七八九十]{1,3})[日号])?)?/g;
// After another date a hyphen is a dash; the time of day may stand right after.
const DOTTED = /(?<![\d./]|(?<![-./]\d\d?)-)((?:19|20)\d\d)[-./](\d{1,2})[-./](\d{1,2})(?=\d\d:\d|[^\d.:]|$)/g;

/** A paragraph that names years, and the one above it. */
interface DatedParagraph {
  readonly paragraph: ProseParagraph;
  readonly above: ProseParagraph | undefined;
  readonly dates: readonly DateMention[];
}

/** All dates of the prose, in its order; read once a report, when a rule first asks. */
export const datesOf = memo((document: Document, report: Report): readonly DatedParagraph[] => {
  const prose = proseOf(document, report);
  return prose.flatMap((paragraph, index): DatedParagraph[] => {
    const dates = MAY_DATE.test(paragraph.text) ? datesIn(paragraph) : [];
    return dates.length > 0 ? [{ paragraph, above: prose[index - 1], dates }] : [];
  });
});

const MAY_DATE = /[\d〇○零Ｏ一二三四五六七八九]年|\d[-./]\d/;

function datesIn(paragraph: ProseParagraph): DateMention[] {
  const { text, spanOf } = paragraph;
  const found = [...text.matchAll(DATE), ...(/\d[-./]\d/.test(text) ? text.matchAll(DOTTED) : [])];
  return found
    .map(
      ({ index: start, 0: { length }, 1: year = '', 2: month, 3: day }): DateMention => ({
        paragraph,
        start,
        end: start + length,
        span: spanOf(start, start + length),
        year: yearOf(year),
        month: month === undefined ? null : smallNumber(month),
        day: day === undefined ? null : smallNumber(day),
      }),
    )
    .sort((a, b) => a.start - b.start);
}

const MONTH_LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export const isYear = (year: number): boolean => year >= 1900 && year < 2100;

/** Whether the calendar has such a year, month and day. */
export function isPossible({ year, month, day }: Pick<DateMention, 'year' | 'month' | 'day'>): boolean {
  if (!isYear(year)) return false;
  if (month === null) return true;
  const length = MONTH_LENGTHS[month - 1];
  if (length === undefined) return false;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day === null || (day >= 1 && day <= (month === 2 && !isLeap ? 28 : length));
}

export interface FullDate extends DateMention {
  readonly month: number;
  readonly day: number;
}

interface Dating {
  /** The date under the report, or under its title; the name of a body may stand before it. */
  readonly signed: FullDate | null;
  /** The name of the body that signs, if it stands there. */
  readonly signatory: { readonly name: string; readonly span: Span } | null;
  /** 发布日期：2023-01-15. */
  readonly published: FullDate | null;
}

// What stands under a report besides its signature: a link, a line for printing, an attachment.
const MOST_BELOW = 6;
const SIGNED = /^[（(]?([一-龥]{0,30}?)[：:，,]?$/;
const PUBLISHED = /(?:发布|发文|公开|公布|成文|生成|印发)(?:日期|时间)[：:]?$/;
const BODY = /^[一-龥（）]{3,30}(?:局|委|委员会|厅|府|办|办公室|办事处|处|中心|队|所|院|馆)$/;

// What stands before such a date is short; more is not looked through.
const LONGEST_BEFORE = 300;

const isFull = (date: DateMention): date is FullDate => date.month !== null && date.day !== null && isPossible(date);

/** When the report says that it was signed and published: only dates that stand alone, above the first section or at the end. */
export function datingOf(document: Document, report: Report): Dating {
  const lowest = new Set(proseOf(document, report).slice(-MOST_BELOW));
  const last = report.sections.at(-1)?.id;
  let signed: FullDate | null = null;
  let signatory: Dating['signatory'] = null;
  let published: FullDate | null = null;
  for (const { paragraph, above, dates } of datesOf(document, report)) {
    const below = paragraph.section === last && lowest.has(paragraph);
    if (!below && paragraph.section !== null) continue;
    for (const date of dates.filter(isFull)) {
      if (date.start > LONGEST_BEFORE) break;
      const before = paragraph.text.slice(0, date.start);
      // A line that names another year is a link to that year’s report.
      const isOwn = dates.every(({ start, month, year }) => start >= date.start || month !== null || year === report.reportingYear);
      if (isOwn && PUBLISHED.test(before)) published ??= date;
      const name = SIGNED.exec(before)?.[1];
      if (name === undefined || !/^[）)。]?$/.test(paragraph.text.slice(date.end)) || (name !== '' && !BODY.test(name))) continue;
      const over = below && above && BODY.test(above.text) ? { name: above.text, span: above.spanOf(0, above.text.length) } : null;
      const body = name === '' ? over : { name, span: paragraph.spanOf(date.start - name.length, date.start) };
      // Such a date on a line of its own may belong to a link.
      if (body === null && !paragraph.text.includes('年')) continue;
      signed = date;
      signatory = body;
    }
  }
  return { signed, signatory, published };
}

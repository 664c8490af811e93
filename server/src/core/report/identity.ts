/** Whose report it is, and of which year: from the title, else from the period it names, else from its own words. */

import { keyOfParagraph } from '../layout/content.ts';
import type { Paragraph } from '../layout/paragraph.ts';
import { trim } from '../text/normalise.ts';
import type { Span } from '../text/span.ts';
import { yearOf } from '../text/years.ts';
import type { Section } from './report.ts';

const LONGEST_KEY = 60;
const TITLE = /政府信息公开(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)/;
// A year with a month after it is a date: of publication, mostly.
const YEAR = /((?:19|20)\d\d|二[〇零][〇零一二三四五六七八九]{2})(?!\d|年\d{1,2}月)年?度?/;
const DATE = /\d{1,2}月\d{1,2}日/;

/** `keys` are those of the paragraphs (see `keysOf`). */
export function findTitles(text: string, paragraphs: readonly Paragraph[], keys: readonly string[]): Paragraph[] {
  const titles: Paragraph[] = [];
  let above: Paragraph | null = null;
  let before = '';
  for (const [index, paragraph] of paragraphs.entries()) {
    const known = keys[index] ?? '';
    const key = known.length < LONGEST_KEY ? known : '';
    // Every title ends with one of these, and few other lines hold them.
    if (/报告|年报/.test(key)) {
      if (isTitle(key)) {
        if (!isTrail(text, paragraph)) titles.push(paragraph);
      } else if (above && before && isTitle(before + key) && !isTitle(before) && !above.shown && !paragraph.shown) {
        // A title set in two lines: neither is one alone.
        titles.push({ start: above.start, end: paragraph.end });
      }
    }
    above = paragraph;
    before = key;
  }
  return titles;
}

/** A title, not a sentence or another paper's title that speaks of such a report. */
function isTitle(key: string): boolean {
  const match = TITLE.exec(key);
  if (!match) return false;
  const before = key.slice(0, match.index);
  const after = key.slice(match.index + match[0].length);
  return !/编制|发布|按照|根据|做好|现将|现予|现公布|[A-Za-z]{2}/.test(before) && !/^的?(?:通知|公告|要求|格式)|如下|显示/.test(after);
}

/** `首页 > 政府信息公开 > …`: the way to a page, not its title. */
function isTrail(text: string, { start, end, shown }: Paragraph): boolean {
  return /[>＞»›]|首页/.test(shown?.text ?? text.slice(start, end).replace(/<[^<>]*>/g, ''));
}

export interface Identity {
  readonly title: Span | null;
  readonly year: number | null;
  readonly unit: string | null;
}

export function identify(
  text: string,
  span: Span,
  paragraphs: readonly Paragraph[],
  titles: readonly Paragraph[],
  sections: readonly Section[],
): Identity {
  const body = sections[0]?.heading.start ?? span.end;
  // Lists of other years' reports stand above the page's own title, so the nearest to the body is meant.
  const title = titles.findLast((candidate) => candidate.start >= span.start && candidate.start <= body);
  if (!title) return { title: null, unit: null, year: yearOfText(text, span, sections) };
  const index = paragraphs.findIndex(({ start }) => start >= title.start);
  const key = keyOfParagraph(text, title);
  const above = neighbour(text, paragraphs[index - 1], span);
  const below = neighbour(text, paragraphs[index + 1], span);
  const year = yearIn(key) ?? yearIn(above) ?? yearIn(below) ?? yearOfText(text, span, sections);
  const unit = nameIn(key.slice(0, TITLE.exec(key)?.index)) || nameIn(above) || null;
  return { title: trim(text, title.start, title.end), year, unit };
}

/** A body's name as it stands in a title, without the words around it. */
const nameIn = (words: string): string =>
  words
    .replace(YEAR, '')
    .replace(/^(?:标题|关于)+/, '')
    .replace(/(?:关于|年)$/, '');

/** A short line beside the title belongs to it: a title set in two lines. */
function neighbour(text: string, paragraph: Paragraph | undefined, span: Span): string {
  if (!paragraph || paragraph.start < span.start || paragraph.start >= span.end) return '';
  const key = keyOfParagraph(text, paragraph);
  return key.length <= 40 && !DATE.test(key) ? key : '';
}

function yearIn(key: string): number | null {
  const written = YEAR.exec(key)?.[1];
  return written === undefined ? null : yearOf(written);
}

/** Without a title: the period that the report names, else the year that its first section speaks of most. */
function yearOfText(text: string, span: Span, sections: readonly Section[]): number | null {
  const overview = sections[0]?.span ?? span;
  const preface = text.slice(span.start, overview.end);
  const period = /((?:19|20)\d\d)\s*年\s*1\s*月\s*1\s*日[^\n]{0,12}?(?:至|到|起)/.exec(preface);
  if (period) return Number(period[1]);
  const counts = new Map<string, number>();
  for (const [, year] of preface.matchAll(/(?<!\d)((?:19|20)\d\d)\s*年(?!\s*\d{1,2}\s*月)/g))
    counts.set(year as string, (counts.get(year as string) ?? 0) + 1);
  const [most, next] = [...counts].sort((a, b) => b[1] - a[1]);
  // Two years spoken of alike: nobody can say which is meant.
  return most && most[1] !== next?.[1] ? Number(most[0]) : null;
}

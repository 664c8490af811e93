/** Puts the lines of a paragraph together that an editor or a converter has cut at a width. */

import type { Report } from '../report/report.ts';
import { isSpace } from '../text/normalise.ts';
import { phraseCrosses } from './phrases.ts';
import type { ProseLine, ProseParagraph } from './prose-paragraph.ts';

/** Shorter lines are not cut: they are headings, names, dates. */
const SHORTEST = 12;
const LONGEST = 80;
/** Lines of one width: so many of the longest show at which width a text is cut. A word or a mark may hang over. */
const FULL_LINES = 3;
const SLACK = 2;
/** What ends a paragraph, or a heading. */
const ENDED = /[。；！？：;!?:”’》）)…]$/;
/** What begins a new one: a number, a date alone, a mark. */
const OPENS =
  /^(?:[（(]?[一二三四五六七八九十\d]{1,3}(?:[)）、]|[.．](?!\d))|[（(][一二三四五六七八九十\d]|[一二三四五六七八九十]是|第[一二三四五六七八九十]|首先|其次|再次|[^一-龥\d，、。（“]|(?:20\d\d|二[〇○零]\S\S)年\S{1,3}月\S{1,3}日$)/;
/** （一）主动公开情况: no sentence, so nothing of it goes on. */
const HEADING = /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]|第)[^，。；]*$/;
const NUMERAL = /[\d一二三四五六七八九十百千]$/;
const COUNTED = /^(?:[\d.%％]|[件条宗份起例篇项部个次])/;

/** The lines of a text that are one paragraph, as one; each place keeps its own in the source. */
export function joinWrapped(text: string, report: Report, lines: readonly ProseLine[]): ProseParagraph[] {
  const width = widthOf(lines);
  const own = new Set([report.title, ...report.sections.map(({ heading }) => heading)].map((span) => span?.start));
  const paragraphs: ProseParagraph[] = [];
  let parts: ProseParagraph[] = [];
  lines.forEach((line, index) => {
    parts.push(line.prose);
    const next = lines[index + 1];
    const heads = (one: ProseLine): boolean => own.has(one.prose.spanOf(0, 1).start);
    if (next && goesOn(text, line, next, width) && !heads(line) && !heads(next)) return;
    paragraphs.push(joined(parts));
    parts = [];
  });
  return paragraphs;
}

/** At how many characters the text is cut; 0 where it is not. */
function widthOf(lines: readonly ProseLine[]): number {
  let longest = 0;
  for (const { prose } of lines) longest = Math.max(longest, prose.text.length);
  if (longest > LONGEST) return 0;
  const full = lines.filter(({ prose }) => prose.text.length >= longest - SLACK);
  return full.length >= FULL_LINES ? longest : 0;
}

function goesOn(text: string, line: ProseLine, next: ProseLine, width: number): boolean {
  const [above, below] = [line.prose.text, next.prose.text];
  if (above.length < SHORTEST || above.length > LONGEST || ENDED.test(above) || OPENS.test(below)) return false;
  if (line.prose.section !== next.prose.section || line.source.shown || next.source.shown || HEADING.test(above)) return false;
  if (!/^\r?\n$/.test(text.slice(line.source.end, next.source.start)) || isIndented(text, line, next)) return false;
  if (/[，、,]$/.test(above) || (NUMERAL.test(above) && COUNTED.test(below))) return true;
  return (width > 0 && above.length >= width - 2 * SLACK) || phraseCrosses(above, below);
}

/** A paragraph begins further in than its other lines. */
function isIndented(text: string, line: ProseLine, next: ProseLine): boolean {
  const indent = ({ source: { start, end } }: ProseLine): number => {
    let at = start;
    while (at < end && isSpace(text.charCodeAt(at))) at++;
    return at - start;
  };
  const own = indent(next);
  return own > 0 && own >= indent(line);
}

function joined(parts: readonly ProseParagraph[]): ProseParagraph {
  const [first] = parts as [ProseParagraph];
  if (parts.length === 1) return first;
  const starts: number[] = [];
  let text = '';
  for (const part of parts) {
    starts.push(text.length);
    text += part.text;
  }
  const placeOf = (at: number): { readonly part: ProseParagraph; readonly at: number } => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] as number) <= at) low = middle;
      else high = middle;
    }
    return { part: parts[low] as ProseParagraph, at: at - (starts[low] as number) };
  };
  return {
    text,
    section: first.section,
    spanOf(start, end) {
      const from = placeOf(start);
      const last = placeOf(Math.max(start, end - 1));
      return { start: from.part.spanOf(from.at, from.at + 1).start, end: last.part.spanOf(last.at, last.at + 1).end };
    },
  };
}

/** What a cell says, with spans in the source even where markup stands between. */

import { isDigit } from '../text/digits.ts';
import { isSpace, LONGEST_LABEL, labelKey, withoutNumber } from '../text/normalise.ts';
import { type CellContent, readCell } from '../text/numerals.ts';
import { cover, type Span } from '../text/span.ts';
import type { Paragraph, Run, Shown } from './paragraph.ts';

export type Content = CellContent & { readonly pieces?: readonly Span[] };

export function contentOf(text: string, paragraph: Paragraph): Content {
  const { shown } = paragraph;
  if (!shown) return readCell(text, paragraph.start, paragraph.end);
  const content = readCell(shown.text, 0, shown.text.length);
  if (content.span.end <= content.span.start) {
    // A blank of spaces and entities: what stands there is replaced when it is one entity, else written in front of.
    const [only, more] = shown.runs;
    const place = only && !more ? { start: only.start, end: only.end } : { start: paragraph.start, end: paragraph.start };
    return { ...content, span: place };
  }
  const pieces = sourceOf(shown, content.span);
  return { ...content, span: cover(pieces), ...(pieces.length > 1 ? { pieces } : {}) };
}

/** The stretches of source that show `span` of the shown text. */
export function sourceOf(shown: Shown, span: Span): Span[] {
  const pieces: Span[] = [];
  shown.runs.forEach((run: Run, index) => {
    const length = (shown.runs[index + 1]?.at ?? shown.text.length) - run.at;
    const from = Math.max(span.start, run.at);
    const to = Math.min(span.end, run.at + length);
    if (from >= to) return;
    // An entity shows one character for several of the source: it is taken whole.
    const literal = run.end - run.start === length;
    pieces.push(literal ? { start: run.start + from - run.at, end: run.start + to - run.at } : { start: run.start, end: run.end });
  });
  return pieces.length > 0 ? pieces : [{ start: shown.runs[0]?.start ?? 0, end: shown.runs[0]?.end ?? 0 }];
}

export const keyOfParagraph = (text: string, paragraph: Paragraph): string =>
  paragraph.shown ? labelKey(paragraph.shown.text, 0, paragraph.shown.text.length) : labelKey(text, paragraph.start, paragraph.end);

// No heading and no title is longer.
const LONGEST_HEADING = 80;

/** The keys of paragraphs that may be headings or titles; empty for all others. */
export const keysOf = (text: string, paragraphs: readonly Paragraph[]): string[] =>
  paragraphs.map((paragraph) =>
    (paragraph.shown || paragraph.end - paragraph.start <= LONGEST_HEADING) && mayBeLabel(text, paragraph)
      ? keyOfParagraph(text, paragraph)
      : '',
  );

const OTHER_NUMBER = /^[\s（(*_"]*(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s*[)）.、．:：]/;

/** The key of a label without the number before it, for labels that are numbered otherwise than the form's; else empty. */
export function unnumberedKey(text: string, { start, end, shown }: Paragraph, key: string): string {
  // Asked of every word: nearly all begin with one of their own characters.
  const rest = withoutNumber(key);
  if (rest === key) return '';
  const written = shown ? shown.text.slice(0, 12) : text.slice(start, Math.min(end, start + 12));
  return OTHER_NUMBER.test(written) ? rest : '';
}

/** A cell that begins and ends with a digit is a number; looking it up would be work for nothing. */
export function mayBeLabel(text: string, paragraph: Paragraph): boolean {
  if (paragraph.end - paragraph.start > LONGEST_LABEL && !paragraph.shown) return false;
  const source = paragraph.shown?.text ?? text;
  let from = paragraph.shown ? 0 : paragraph.start;
  let to = paragraph.shown ? source.length : paragraph.end;
  while (from < to && isSpace(source.charCodeAt(from))) from++;
  while (to > from && isSpace(source.charCodeAt(to - 1))) to--;
  return from < to && !(isDigit(source.charCodeAt(from)) && isDigit(source.charCodeAt(to - 1)));
}

/** Units and brackets that tie what follows a number to it, where nothing else separates cells. */
const BOUND = /^\s*(?:[（(【[《*].*|(?:万|亿|百|千)?(?:元|余元|件次|件|条次|条|个|项|宗|次|人次|份)(?:[（(].*)?)\s*$/;
const LONGEST_REMARK = 40;

export const isBoundRemark = (text: string, { start, end }: Paragraph): boolean =>
  end - start <= LONGEST_REMARK && BOUND.test(text.slice(start, end));

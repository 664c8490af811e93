/** The line of a finding with the marked place, cut to what fits beside it. */
import { type Lines, lineSpan, type Range } from '../../../core/index.ts';
import type { Paint, Style } from './paint.ts';
import { printable, widthOf } from './terminal-width.ts';

export interface Excerpt {
  /** From 0. */
  readonly line: number;
  readonly before: string;
  /** Empty at the place of a blank cell. A range of several lines is marked in its first. */
  readonly marked: string;
  readonly after: string;
}

/** In characters: what is further away does not help to find the place. */
const BEFORE = 48;
const MARKED = 80;
const AFTER = 24;

export function excerptOf(lines: Lines, { start, end }: Range): Excerpt {
  const span = lineSpan(lines, start.line);
  const text = lines.text.slice(span.start, span.end);
  const stop = end.line > start.line ? text.length : end.character;
  return {
    line: start.line,
    before: lastOf(text.slice(0, start.character).trimStart(), BEFORE),
    marked: firstOf(text.slice(start.character, stop), MARKED),
    after: firstOf(text.slice(stop).trimEnd(), AFTER),
  };
}

const firstOf = (text: string, most: number): string => (text.length > most ? `${cut(text, most)}…` : text);
const lastOf = (text: string, most: number): string =>
  text.length > most ? `…${text.slice(text.length - most - (isLow(text, text.length - most) ? 1 : 0))}` : text;
/** A character of two units is not cut in two. */
const cut = (text: string, at: number): string => text.slice(0, isLow(text, at) ? at - 1 : at);
const isLow = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00;

/** Two lines: the text after its number, and carets under the marked place. */
export function drawExcerpt({ line, before, marked, after }: Excerpt, paint: Paint, style: Style, indent: string): string {
  const number = String(line + 1);
  const [left, middle, right] = [printable(before), printable(marked), printable(after)];
  const room = ' '.repeat(widthOf(left));
  const carets = '^'.repeat(Math.max(1, widthOf(middle)));
  return (
    `${indent}${paint('dim', `${number} │`)} ${left}${paint(style, middle)}${right}\n` +
    `${indent}${paint('dim', `${' '.repeat(number.length)} │`)} ${room}${paint(style, carets)}\n`
  );
}

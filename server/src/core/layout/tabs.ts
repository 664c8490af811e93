/** Lexers for the layouts of sheets: one cell a line after a TAB (`cell-lines`), rows of cells between TABs or commas. */
import { isDigit } from '../text/digits.ts';
import { isLineEnd } from '../text/lines.ts';
import { isSpace } from '../text/normalise.ts';
import { readCell } from '../text/numerals.ts';
import { cell, type Emit, end } from './token.ts';

/** A line whose only TAB stands before all else holds one cell: the offset of that TAB, or -1. */
export function leadingTab(text: string, start: number, lineEnd: number): number {
  let at = start;
  while (at < lineEnd && text.charCodeAt(at) !== 9) {
    if (!isSpace(text.charCodeAt(at))) return -1;
    at++;
  }
  if (at >= lineEnd) return -1;
  for (let i = at + 1; i < lineEnd; i++) if (text.charCodeAt(i) === 9) return -1;
  return at;
}

// A quoted cell that runs on for longer is a stray quotation mark.
const LONGEST_QUOTED = 400;
const SEPARATORS = { tsv: 9, csv: 0x2c } as const;
const QUOTE = 0x22;

/**
 * Emits the cells of a row and returns where it ends: after `lineEnd` where a quoted cell, as sheets write
 * cells with line breaks, goes on in the lines below.
 */
export function lexSheetRow(text: string, start: number, lineEnd: number, layout: 'tsv' | 'csv', emit: Emit): number {
  const separator = SEPARATORS[layout];
  let from = start;
  let stop = lineEnd;
  for (let at = start; at <= stop; at++) {
    if (at === from && text.charCodeAt(at) === QUOTE) {
      const close = closingQuote(text, at, separator);
      if (close > 0) {
        at = close + 1;
        if (at > stop) stop = nextLineEnd(text, at);
      }
    }
    if (at < stop && text.charCodeAt(at) !== separator) continue;
    emit(cell(text, layout, from, at));
    from = at + 1;
  }
  emit(end(text, layout, stop));
  return stop;
}

/** The quotation mark that closes the cell opened at `open`, or -1: a separator or a line end follows it. */
function closingQuote(text: string, open: number, separator: number): number {
  const limit = Math.min(text.length, open + LONGEST_QUOTED);
  for (let at = open + 1; at < limit; at++) {
    if (text.charCodeAt(at) !== QUOTE) continue;
    const next = text.charCodeAt(at + 1);
    if (next === QUOTE) at++;
    else return next === separator || isLineEnd(next) || at + 1 === text.length ? at : -1;
  }
  return -1;
}

/** Whether the line opens a quoted cell that goes on in the lines below: the first of a sheet's row. */
export function opensQuoted(text: string, start: number, lineEnd: number, layout: 'tsv' | 'csv'): boolean {
  return text.charCodeAt(start) === QUOTE && closingQuote(text, start, SEPARATORS[layout]) > lineEnd;
}

function nextLineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isLineEnd(text.charCodeAt(at))) at++;
  return at;
}

// So many numbers between commas make a sheet of a text; a sentence that lists some has words between them.
const FEWEST_NUMBERS = 8;

// A line that begins with a number is a row only with more fields than a large number has groups of thousands.
const FEWEST_FIELDS = 4;

/** Whether the lines of a text are a sheet's: commas between numbers, not in sentences. */
export function isCommaSeparated(text: string): boolean {
  let numbers = 0;
  for (let at = text.indexOf(','); at >= 0; ) {
    const stop = nextLineEnd(text, at);
    numbers += numbersBehind(text, at, stop);
    if (numbers >= FEWEST_NUMBERS) return true;
    at = text.indexOf(',', stop);
  }
  return false;
}

/** How many numbers stand after the first comma of a line, if most fields there are numbers or empty. */
function numbersBehind(text: string, comma: number, stop: number): number {
  if (stop - comma > LONGEST_QUOTED) return 0;
  const fields = text.slice(comma + 1, stop).split(',');
  // `1,234`: commas between digits alone part thousands.
  if (fields.length < FEWEST_FIELDS && isDigit(text.charCodeAt(comma - 1))) return 0;
  const kinds = fields.map((field) => readCell(field, 0, field.length).kind);
  const numbers = kinds.filter((kind) => kind === 'number').length;
  const others = kinds.filter((kind) => kind === 'text').length;
  return others * 2 <= numbers ? numbers : 0;
}

/** Lexers for the two layouts that TABs make: one cell a line (`cell-lines`) and one row a line (`tsv`). */
import { isLineEnd } from '../text/lines.ts';
import { isSpace } from '../text/normalise.ts';
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
const TAB = 9;
const QUOTE = 0x22;

/**
 * Emits the cells of a row and returns where it ends: behind `lineEnd` where a quoted cell, as sheets write
 * cells with line breaks, goes on in the lines below.
 */
export function lexTsvRow(text: string, start: number, lineEnd: number, emit: Emit): number {
  let from = start;
  let stop = lineEnd;
  for (let at = start; at <= stop; at++) {
    if (at === from && text.charCodeAt(at) === QUOTE) {
      const close = closingQuote(text, at);
      if (close > 0) {
        at = close + 1;
        if (at > stop) stop = nextLineEnd(text, at);
      }
    }
    if (at < stop && text.charCodeAt(at) !== TAB) continue;
    emit(cell('tsv', from, at));
    from = at + 1;
  }
  emit(end('tsv', stop));
  return stop;
}

/** The quotation mark that closes the cell opened at `open`, or -1: a TAB or a line end follows it. */
function closingQuote(text: string, open: number): number {
  const limit = Math.min(text.length, open + LONGEST_QUOTED);
  for (let at = open + 1; at < limit; at++) {
    if (text.charCodeAt(at) !== QUOTE) continue;
    const next = text.charCodeAt(at + 1);
    if (next === QUOTE) at++;
    else return next === TAB || isLineEnd(next) || at + 1 === text.length ? at : -1;
  }
  return -1;
}

function nextLineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isLineEnd(text.charCodeAt(at))) at++;
  return at;
}

/** Lexers for the two layouts that TABs make: one cell a line (`cell-lines`) and one row a line (`tsv`). */
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

export function lexTsvRow(text: string, start: number, lineEnd: number, emit: Emit): void {
  let from = start;
  for (let at = start; at <= lineEnd; at++) {
    if (at < lineEnd && text.charCodeAt(at) !== 9) continue;
    emit(cell('tsv', from, at));
    from = at + 1;
  }
  emit(end('tsv', lineEnd));
}

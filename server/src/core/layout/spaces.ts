/** Lexer for lines without separators: cuts them at white space; only the words can tell what the pieces are. */
import { isSpace } from '../text/normalise.ts';
import { widthOf } from '../text/width.ts';
import { type Emit, loose } from './token.ts';

/** Emits the pieces of a line. One piece is a cell of its own; several are columns set by spaces, or a running line. */
export function lexSpacedLine(text: string, start: number, lineEnd: number, line: number, emit: Emit): void {
  const pieces: number[] = [];
  let widest = 0;
  let from = -1;
  let spaces = 0;
  for (let at = start; at < lineEnd; at++) {
    if (isSpace(text.charCodeAt(at))) {
      if (from >= 0) pieces.push(from, at);
      from = -1;
      spaces++;
    } else if (from < 0) {
      from = at;
      if (pieces.length > 0) widest = Math.max(widest, spaces);
      spaces = 0;
    }
  }
  if (from >= 0) pieces.push(from, lineEnd);
  const layout = pieces.length === 2 ? 'bare-lines' : widest > 1 ? 'aligned' : 'raw';
  const indent = indentOf(text, start, pieces[0] ?? start);
  for (let i = 0; i < pieces.length; i += 2) {
    emit(loose(text, layout, pieces[i] as number, pieces[i + 1] as number, line, i === 0 ? indent : -1));
  }
}

function indentOf(text: string, start: number, end: number): number {
  let width = 0;
  for (let at = start; at < end; at++) width += widthOf(text.charCodeAt(at));
  return width;
}

/** `- 5 -`, `第 5 页 共 8 页`, `5/8`: a page's number stands in no table. */
const PAGE = /^(?:[-—–－]+ ?\d{1,4} ?[-—–－]+|第 ?\d{1,4} ?页.{0,12}|\d{1,4} ?[/／] ?\d{1,4})$/;
const LONGEST_PAGE = 24;
const FORM_FEED = '\f';

function isBlankAbove(text: string, start: number): boolean {
  let at = start - 2;
  while (at >= 0 && text[at] !== '\n' && isSpace(text.charCodeAt(at))) at--;
  return at < 0 || text[at] === '\n';
}

export function isPageNumber(text: string, start: number, lineEnd: number): boolean {
  if (lineEnd - start > 400) return false;
  const shown = text.slice(start, lineEnd).trim();
  if (shown.length === 0 || shown.length > LONGEST_PAGE) return false;
  if (PAGE.test(shown)) return true;
  // A bare number is one only at the edge of a page, apart from what stands above it.
  if (!/^[1-9]\d{0,3}$/.test(shown)) return false;
  if (text.charAt(start) === FORM_FEED) return true;
  if (!isBlankAbove(text, start)) return false;
  let next = lineEnd;
  while (next < text.length && text[next] !== FORM_FEED && isSpace(text.charCodeAt(next))) next++;
  return text[next] === FORM_FEED;
}

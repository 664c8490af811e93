/** Lines of a text: where each begins, and the way from offsets to positions and back. */
import type { Span } from './span.ts';

/** Zero-based line and UTF-16 character, as in the Language Server Protocol. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface Lines {
  readonly text: string;
  /** Offset of each line's first character; line ends are LF, CRLF or a lone CR. */
  readonly starts: readonly number[];
}

export function splitLines(text: string): Lines {
  const starts = [0];
  const loneReturns = text.includes('\r');
  if (!loneReturns) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  } else {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === 13 && text.charCodeAt(at + 1) === 10) at++;
      if (code === 13 || code === 10) starts.push(at + 1);
    }
  }
  return { text, starts };
}

/** The line's characters without its line end. */
export function lineSpan(lines: Lines, line: number): Span {
  const start = lines.starts[line] ?? lines.text.length;
  let end = lines.starts[line + 1] ?? lines.text.length;
  while (end > start && isLineEnd(lines.text.charCodeAt(end - 1))) end--;
  return { start, end };
}

/** The same for all lines. */
export const lineSpans = (lines: Lines): readonly Span[] => lines.starts.map((_, line) => lineSpan(lines, line));

export function lineAt(lines: Lines, offset: number): number {
  let low = 0;
  let high = lines.starts.length;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if ((lines.starts[middle] as number) <= offset) low = middle;
    else high = middle;
  }
  return low;
}

export function positionAt(lines: Lines, offset: number): Position {
  const line = lineAt(lines, offset);
  return { line, character: offset - (lines.starts[line] as number) };
}

export const rangeOf = (lines: Lines, span: Span): Range => ({
  start: positionAt(lines, span.start),
  end: positionAt(lines, span.end),
});

export const isLineEnd = (code: number): boolean => code === 10 || code === 13;

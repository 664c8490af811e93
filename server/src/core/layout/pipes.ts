/** Lexer for lines with pipes: a row a line (Markdown), or a cell a line with its pipe behind it (`trailing-pipes`). */
import { isSpace } from '../text/normalise.ts';
import { cell, type Emit, end, weakEnd } from './token.ts';

const PIPE = 0x7c;
const BACKSLASH = 0x5c;

/** `|---|:-:|`, the line below a Markdown table's header. */
function isDelimiterRow(text: string, start: number, lineEnd: number): boolean {
  let dashes = 0;
  for (let at = start; at < lineEnd; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x2d) dashes++;
    else if (code !== PIPE && code !== 0x3a && !isSpace(code)) return false;
  }
  return dashes > 0;
}

export function lexPipeLine(text: string, start: number, lineEnd: number, emit: Emit): void {
  const pipes: number[] = [];
  let firstInk = -1;
  let lastInk = -1;
  for (let at = start; at < lineEnd; at++) {
    const code = text.charCodeAt(at);
    if (code === PIPE && !(at > start && text.charCodeAt(at - 1) === BACKSLASH)) pipes.push(at);
    else if (!isSpace(code)) {
      if (firstInk < 0) firstInk = at;
      lastInk = at;
    }
  }
  const first = pipes[0] as number;
  if (firstInk < 0) {
    lexBarePipes(text, start, pipes, emit);
    return;
  }
  if (isDelimiterRow(text, start, lineEnd)) return;
  const behind = pipes.findIndex((at) => at > lastInk);
  // With room between its pipes it is a row whose other cells are empty.
  const roomy = pipes.some((at, index) => index > 0 && at > (pipes[index - 1] as number) + 1);
  if (first > firstInk && behind === 0 && !roomy) {
    // One cell with its pipe behind it; further pipes are merged cells or the row's end.
    emit(cell('trailing-pipes', start, first));
    if (pipes.length > 1) emit(weakEnd('trailing-pipes', first + 1));
    return;
  }
  let from = first < firstInk ? first + 1 : start;
  for (const at of pipes) {
    if (at < from) continue;
    emit(cell('markdown', from, at));
    from = at + 1;
  }
  if (lastInk >= from) emit(cell('markdown', from, lineEnd));
  emit(end('markdown', lineEnd));
}

/**
 * Pipes alone. With room between them (`| | |`) they are a Markdown row of empty cells, side by side (`|||`) the
 * end of a row with merged cells; a pipe behind a space (` |`) is an empty cell; a bare `|` may be either.
 */
function lexBarePipes(text: string, start: number, pipes: readonly number[], emit: Emit): void {
  const [first, second] = pipes as [number, number?];
  if (second === undefined) {
    const roomBefore = first > start && text.charCodeAt(first - 1) !== 9;
    emit(roomBefore ? cell('trailing-pipes', start, first) : weakEnd('trailing-pipes', first));
  } else if (second === first + 1) {
    emit(end('trailing-pipes', first));
  } else {
    for (let i = 1; i < pipes.length; i++) emit(cell('markdown', (pipes[i - 1] as number) + 1, pipes[i] as number));
    emit(end('markdown', first));
  }
}

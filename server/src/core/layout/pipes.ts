/** Lexer for lines with pipes: a row a line, a cell a line with its pipe after or before it, cells over several lines. */
import { isSpace } from '../text/normalise.ts';
import type { LayoutId } from './layouts.ts';
import { cell, type Emit, end, gap, weakEnd } from './token.ts';

const PIPE = 0x7c;
const BACKSLASH = 0x5c;
const QUOTE_MARK = 0x3e;

/** What a line of pipes leaves open for the next one. */
export interface PipeState {
  /** The last cell had no pipe after it: `row` in a row of several cells, `cell` in a line of its own. */
  open: 'no' | 'row' | 'cell';
  /** Rows of this table have no pipe after their last cell: where one stands there, an empty cell follows. */
  bare: boolean;
}

interface Inked {
  readonly pipes: readonly number[];
  readonly first: number;
  readonly last: number;
}

function inkOf(text: string, start: number, lineEnd: number): Inked {
  const pipes: number[] = [];
  let first = -1;
  let last = -1;
  let from = start;
  // A table inside a block quote.
  while (from < lineEnd && (isSpace(text.charCodeAt(from)) || text.charCodeAt(from) === QUOTE_MARK)) from++;
  for (let at = from; at < lineEnd; at++) {
    const code = text.charCodeAt(at);
    if (code === PIPE && text.charCodeAt(at - 1) !== BACKSLASH) pipes.push(at);
    else if (!isSpace(code)) {
      if (first < 0) first = at;
      last = at;
    }
  }
  return { pipes, first, last };
}

/** `|---|:-:|`, `|---+---|`: the line below a table's header. */
function isDelimiterRow(text: string, start: number, lineEnd: number): boolean {
  let dashes = 0;
  for (let at = start; at < lineEnd; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x2d) dashes++;
    else if (code !== PIPE && code !== 0x3a && code !== 0x2b && code !== QUOTE_MARK && !isSpace(code)) return false;
  }
  return dashes > 0;
}

/** A line of nothing but pipes and white space, which may close a cell of the line above. */
export function isPipesOnly(text: string, start: number, lineEnd: number): boolean {
  let pipes = 0;
  for (let at = start; at < lineEnd; at++) {
    const code = text.charCodeAt(at);
    if (code === PIPE) pipes++;
    else if (!isSpace(code)) return false;
  }
  return pipes > 0;
}

export function lexPipeLine(text: string, start: number, lineEnd: number, state: PipeState, emit: Emit): void {
  const { pipes, first: firstInk, last: lastInk } = inkOf(text, start, lineEnd);
  const [first, second] = pipes as [number, number?];
  if (firstInk < 0) {
    state.open = 'no';
    state.bare = false;
    lexBarePipes(text, start, pipes, emit);
    return;
  }
  if (isDelimiterRow(text, start, lineEnd)) {
    state.bare = first > firstInk && lastInk > (pipes[pipes.length - 1] as number);
    return;
  }
  const leads = first < firstInk && !state.bare;
  const alone = second === undefined;
  const single = alone || (pipes.length === 2 && (second as number) > lastInk);
  if (leads && (state.open === 'row' || (state.open === 'cell' && !single))) emit(end(text, 'markdown', start));
  if (leads && alone) {
    // `|cell`, its pipe in front: the row goes on until something else ends it.
    emit(cell(text, 'pipe-rows', first + 1, lineEnd));
    state.open = 'cell';
    return;
  }
  if (leads && single && state.open === 'cell') {
    // The last of such cells, with a pipe after it, too.
    emit(cell(text, 'pipe-rows', first + 1, second as number));
    emit(end(text, 'pipe-rows', lineEnd));
    state.open = 'no';
    return;
  }
  const behind = pipes.findIndex((at) => at > lastInk);
  // With room between its pipes it is a row whose other cells are empty.
  const roomy = pipes.some((at, index) => index > 0 && at > (pipes[index - 1] as number) + 1);
  if (!leads && behind === 0 && !roomy && !state.bare) {
    // One cell with its pipe after it; further pipes are merged cells or the row's end.
    emit(cell(text, 'trailing-pipes', start, first));
    if (!alone) emit(weakEnd(text, 'trailing-pipes', first + 1));
    else if (state.open === 'row') emit(end(text, 'markdown', lineEnd));
    state.open = 'no';
    return;
  }
  const layout = leads || state.open === 'row' ? 'markdown' : 'pipe-rows';
  const ended = lastInk < (pipes[pipes.length - 1] as number);
  lexRow(text, leads ? first + 1 : start, lineEnd, lastInk, pipes, layout, emit);
  if (ended && state.bare) emit(cell(text, layout, (pipes[pipes.length - 1] as number) + 1, lineEnd));
  if (!leads && !ended && first > firstInk) state.bare = true;
  // A row in outer pipes without the last one may go on in the next line.
  state.open = ended || layout === 'pipe-rows' ? 'no' : 'row';
  if (state.open === 'no') emit(end(text, layout, lineEnd));
}

function lexRow(
  text: string,
  start: number,
  lineEnd: number,
  lastInk: number,
  pipes: readonly number[],
  layout: LayoutId,
  emit: Emit,
): void {
  // `a | b ||| c`: where pipes have room around them, those side by side are empty cells that lost their places.
  const collapsed = layout === 'pipe-rows' && pipes.some((at) => isSpace(text.charCodeAt(at - 1)));
  let from = start;
  for (const at of pipes) {
    if (at < from) continue;
    if (collapsed && at === from && text.charCodeAt(at - 1) === PIPE) emit(gap(text, layout, at));
    else emit(cell(text, layout, from, at));
    from = at + 1;
  }
  if (lastInk >= from) emit(cell(text, layout, from, lineEnd));
}

/**
 * Pipes alone. With room between them (`| | |`) they are a Markdown row of empty cells, side by side (`|||`) the
 * end of a row with merged cells; a pipe after a space (` |`) is an empty cell; a bare `|` may be either.
 */
function lexBarePipes(text: string, start: number, pipes: readonly number[], emit: Emit): void {
  const [first, second] = pipes as [number, number?];
  if (second === undefined) {
    const roomBefore = first > start && text.charCodeAt(first - 1) !== 9;
    emit(roomBefore ? cell(text, 'trailing-pipes', start, first) : weakEnd(text, 'trailing-pipes', first));
  } else if (second === first + 1) {
    emit(end(text, 'trailing-pipes', first));
  } else {
    for (let i = 1; i < pipes.length; i++) emit(cell(text, 'markdown', (pipes[i - 1] as number) + 1, pipes[i] as number));
    emit(end(text, 'markdown', first));
  }
}

/** Cuts a text into cells, rows and paragraphs; which lexer reads a line is decided by the line and its neighbours. */

import { isAnyDigit } from '../text/digits.ts';
import { type Lines, lineAt, lineSpans } from '../text/lines.ts';
import { LONGEST_LABEL, trim } from '../text/normalise.ts';
import type { Span } from '../text/span.ts';
import { lexGrid, opensGrid } from './grid.ts';
import { hasTable, isPage, lexHtml } from './html.ts';
import type { Paragraph } from './paragraph.ts';
import { isPipesOnly, lexPipeLine, type PipeState } from './pipes.ts';
import { lexRuled, rulerOf } from './ruled.ts';
import { isPageNumber, lexSpacedLine } from './spaces.ts';
import { isCommaSeparated, leadingTab, lexSheetRow, opensQuoted } from './tabs.ts';
import { cell, end, type Token, weakEnd } from './token.ts';

interface Lexed {
  readonly tokens: readonly Token[];
  readonly paragraphs: readonly Paragraph[];
}

export function lex(lines: Lines): Lexed {
  const { text } = lines;
  const spans = lineSpans(lines);
  const tokens: Token[] = [];
  const paragraphs: Paragraph[] = [];
  const tagged = text.includes('<');
  const page = tagged && isPage(text);
  if (!page && !(tagged && hasTable(text))) {
    lexLines(text, spans, 0, spans.length, separatorsOf(text), tokens, paragraphs);
    return { tokens, paragraphs };
  }
  const inTables: Token[] = [];
  const html = lexHtml(text, page ? 'page' : 'lines', (token) => inTables.push(token));
  if (page) return { tokens: inTables, paragraphs: html.paragraphs };
  const separators = separatorsOf(text);
  let from = 0;
  let next = 0;
  for (const table of html.tables) {
    lexLines(text, spans, from, lineAt(lines, table.start), separators, tokens, paragraphs);
    while (next < inTables.length && (inTables[next] as Token).start < table.end) tokens.push(inTables[next++] as Token);
    from = lineAt(lines, table.end) + 1;
  }
  lexLines(text, spans, from, spans.length, separators, tokens, paragraphs);
  return { tokens, paragraphs };
}

/** Whether a line holds a separator; asked for one line after another, and found once for the whole text. */
interface Separators {
  readonly hasTab: (start: number, end: number) => boolean;
  readonly hasPipe: (start: number, end: number) => boolean;
  readonly hasComma: (start: number, end: number) => boolean;
  readonly sheet: 'csv' | 'tsv';
}

function separatorsOf(text: string): Separators {
  const commas = text.includes(',') && isCommaSeparated(text);
  return {
    hasTab: nextOf(text, '\t'),
    hasPipe: nextOf(text, '|'),
    hasComma: nextOf(commas ? text : '', ','),
    sheet: commas ? 'csv' : 'tsv',
  };
}

/** Lexes plain lines `from` … `to` (exclusive). */
function lexLines(
  text: string,
  lines: readonly Span[],
  from: number,
  to: number,
  separators: Separators,
  tokens: Token[],
  paragraphs: Paragraph[],
): void {
  const emit = (token: Token): void => void tokens.push(token);
  const { hasTab, hasPipe, hasComma, sheet } = separators;
  const pipes: PipeState = { open: 'no', bare: false };
  // A paragraph for each further line that a lexer has read.
  const readTo = (line: number, next: number): number => {
    for (let read = line + 1; read < next; read++) paragraphs.push(lines[read] as Span);
    return next - 1;
  };
  /** The line from `line` on in which `offset` stands. */
  const lineFrom = (line: number, offset: number): number => {
    let at = line;
    while ((lines[at] as Span).end < offset) at++;
    return at;
  };
  for (let line = from; line < to; line++) {
    const span = lines[line] as Span;
    const { start, end: lineEnd } = span;
    const tabbed = hasTab(start, lineEnd);
    const piped = hasPipe(start, lineEnd);
    const ink = piped || tabbed ? start : firstInk(text, start, lineEnd);
    if (ink >= lineEnd) {
      pipes.open = 'no';
      pipes.bare = false;
      // Many blank lines end a row no more than one does.
      const above = tokens[tokens.length - 1];
      if (above?.kind !== 'end' || above.layout !== 'bare-lines') tokens.push(end(text, 'bare-lines', start));
      continue;
    }
    paragraphs.push(span);
    if (!tabbed && mayOpenBlock(text.charCodeAt(ink))) {
      const columns = piped ? null : rulerOf(text, start, lineEnd);
      if (columns) {
        line = readTo(line, lexRuled(text, lines, line, to, columns, emit));
        continue;
      }
      if (opensGrid(text, start, lineEnd)) {
        line = readTo(line, lexGrid(text, lines, line, to, emit));
        continue;
      }
    }
    if (piped) lexPipeLine(text, start, lineEnd, pipes, emit);
    else if (pipes.open !== 'no') emit(cell(text, 'pipe-rows', start, lineEnd));
    else if (tabbed) {
      const tab = leadingTab(text, start, lineEnd);
      const last =
        tab < 0 ? lineFrom(line, lexSheetRow(text, start, lineEnd, 'tsv', emit)) : lastLineOfCell(text, lines, line, to, tab + 1, lineEnd);
      if (tab >= 0) tokens.push(cell(text, 'cell-lines', tab + 1, (lines[last] as Span).end));
      line = readTo(line, last + 1);
    } else if (hasComma(start, lineEnd) || opensQuoted(text, start, lineEnd, sheet))
      line = readTo(line, lineFrom(line, lexSheetRow(text, start, lineEnd, sheet, emit)) + 1);
    else if (closedBelow(text, line + 1 < to ? lines[line + 1] : undefined)) {
      // The cell's pipe stands in the next line.
      const below = lines[++line] as Span;
      emit(cell(text, 'trailing-pipes', start, lineEnd));
      if (text.indexOf('|', below.start) < text.lastIndexOf('|', below.end - 1)) emit(weakEnd(text, 'trailing-pipes', below.end));
    } else if (!isPageNumber(text, start, lineEnd)) lexSpacedLine(text, start, lineEnd, line, emit);
  }
}

/** Tells for one line after another whether it holds a character, with one native search for each occurrence. */
function nextOf(text: string, char: string): (start: number, end: number) => boolean {
  let next = text.indexOf(char);
  return (start, lineEnd) => {
    if (next >= 0 && next < start) next = text.indexOf(char, start);
    return next >= 0 && next < lineEnd;
  };
}

/** `+`, `-`, `=` and box drawing characters begin the border or the ruler of a table. */
const mayOpenBlock = (code: number): boolean => code === 0x2b || code === 0x2d || code === 0x3d || (code >= 0x2500 && code <= 0x257f);

const closedBelow = (text: string, below: Span | undefined): boolean => below !== undefined && isPipesOnly(text, below.start, below.end);

/**
 * A line break inside a cell of the one-cell-a-line layout starts a line without TAB. Only text goes on:
 * a number or an empty cell is complete, and what stands below it is no longer the table.
 */
function lastLineOfCell(text: string, lines: readonly Span[], line: number, to: number, start: number, lineEnd: number): number {
  let last = line;
  let shown = trim(text, start, lineEnd);
  while (shown.end > shown.start && !isAnyDigit(text.charCodeAt(shown.end - 1)) && last + 1 < to) {
    const next = lines[last + 1] as Span;
    if (next.end - start > LONGEST_LABEL || hasSeparator(text, next.start, next.end)) break;
    shown = trim(text, next.start, next.end);
    if (shown.end > shown.start) last++;
  }
  return last;
}

function hasSeparator(text: string, start: number, lineEnd: number): boolean {
  for (let at = start; at < lineEnd; at++) {
    const code = text.charCodeAt(at);
    if (code === 9 || code === 0x7c) return true;
  }
  return false;
}

const firstInk = (text: string, start: number, lineEnd: number): number => {
  const shown = trim(text, start, lineEnd);
  return shown.start < shown.end ? shown.start : lineEnd;
};

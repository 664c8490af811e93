/** Cuts a text into cells, rows and paragraphs; which lexer reads a line is decided by the line and its neighbours. */

import { type Lines, lineAt, lineSpan } from '../text/lines.ts';
import { LONGEST_LABEL, trim } from '../text/normalise.ts';
import { hasTable, isPage, lexHtml } from './html.ts';
import { lexPipeLine } from './pipes.ts';
import { leadingTab, lexTsvRow } from './tabs.ts';
import { cell, end, type Paragraph, type Token } from './token.ts';

export interface Lexed {
  readonly tokens: readonly Token[];
  readonly paragraphs: readonly Paragraph[];
}

export function lex(lines: Lines): Lexed {
  const { text } = lines;
  const tokens: Token[] = [];
  const paragraphs: Paragraph[] = [];
  const tagged = text.includes('<');
  const page = tagged && isPage(text);
  if (!page && !(tagged && hasTable(text))) {
    lexLines(lines, 0, lines.starts.length, tokens, paragraphs);
    return { tokens, paragraphs };
  }
  const inTables: Token[] = [];
  const html = lexHtml(text, page ? 'page' : 'lines', (token) => inTables.push(token));
  if (page) return { tokens: inTables, paragraphs: html.paragraphs };
  let from = 0;
  let next = 0;
  for (const table of html.tables) {
    lexLines(lines, from, lineAt(lines, table.start), tokens, paragraphs);
    while (next < inTables.length && (inTables[next] as Token).start < table.end) tokens.push(inTables[next++] as Token);
    from = lineAt(lines, table.end) + 1;
  }
  lexLines(lines, from, lines.starts.length, tokens, paragraphs);
  return { tokens, paragraphs };
}

/** Lexes plain lines `from` … `to` (exclusive). */
function lexLines(lines: Lines, from: number, to: number, tokens: Token[], paragraphs: Paragraph[]): void {
  const { text } = lines;
  const emit = (token: Token): void => void tokens.push(token);
  let nextTab = text.indexOf('\t', lines.starts[from]);
  let nextPipe = text.indexOf('|', lines.starts[from]);
  for (let line = from; line < to; line++) {
    const { start, end: lineEnd } = lineSpan(lines, line);
    if (nextTab >= 0 && nextTab < start) nextTab = text.indexOf('\t', start);
    if (nextPipe >= 0 && nextPipe < start) nextPipe = text.indexOf('|', start);
    const hasPipe = nextPipe >= 0 && nextPipe < lineEnd;
    const hasTab = nextTab >= 0 && nextTab < lineEnd;
    if (!hasPipe && !hasTab && isBlankLine(text, start, lineEnd)) {
      tokens.push(end('bare-lines', start));
      continue;
    }
    paragraphs.push({ start, end: lineEnd });
    const tab = hasTab && !hasPipe ? leadingTab(text, start, lineEnd) : -1;
    if (hasPipe) lexPipeLine(text, start, lineEnd, emit);
    else if (tab >= 0) {
      const last = lastLineOfCell(lines, line, to, tab + 1, lineEnd);
      for (; line < last; line++) paragraphs.push(lineSpan(lines, line + 1));
      tokens.push(cell('cell-lines', tab + 1, lineSpan(lines, last).end));
    } else if (hasTab) {
      const rowEnd = lexTsvRow(text, start, lineEnd, emit);
      for (; line + 1 < to && lineSpan(lines, line + 1).start <= rowEnd; line++) paragraphs.push(lineSpan(lines, line + 1));
    } else tokens.push(cell('bare-lines', start, lineEnd));
  }
}

/**
 * A line break inside a cell of the one-cell-a-line layout starts a line without TAB. Only text goes on:
 * a number or an empty cell is complete, and what stands below it is no longer the table.
 */
function lastLineOfCell(lines: Lines, line: number, to: number, start: number, lineEnd: number): number {
  const { text } = lines;
  let last = line;
  let shown = trim(text, start, lineEnd);
  while (shown.end > shown.start && !isDigit(text.charCodeAt(shown.end - 1)) && last + 1 < to) {
    const next = lineSpan(lines, last + 1);
    if (next.end - start > LONGEST_LABEL || hasSeparator(text, next.start, next.end)) break;
    shown = trim(text, next.start, next.end);
    if (shown.end > shown.start) last++;
  }
  return last;
}

const isDigit = (code: number): boolean => (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);

function hasSeparator(text: string, start: number, lineEnd: number): boolean {
  for (let at = start; at < lineEnd; at++) {
    const code = text.charCodeAt(at);
    if (code === 9 || code === 0x7c) return true;
  }
  return false;
}

const isBlankLine = (text: string, start: number, lineEnd: number): boolean => {
  const shown = trim(text, start, lineEnd);
  return shown.start >= shown.end;
};

/** Tokens as a line to read: what a lexer makes of a text, in the order of the text. */
import { lex } from '../../server/src/core/layout/lex.ts';
import type { Token } from '../../server/src/core/layout/token.ts';
import { assemble } from '../../server/src/core/report/words/assemble.ts';
import { lexiconOf } from '../../server/src/core/statute/editions.ts';
import { splitLines } from '../../server/src/core/text/lines.ts';

const MARKS = { end: '⏎', 'weak-end': '⏎?', gap: '…', 'table-end': '■' } as const;

/**
 * A cell in brackets, as it stands in the text: `[规章][ 1 ]`; where markup or other columns cut it apart, what it shows
 * and each of its pieces: `{规章=规|章}`. A loose piece: `~规章`, the first of a line with its column: `0~规章`. `+3` says how
 * many spaces after the cell a longer number may take, `!` that a blank has no place of its own. `⏎` a row’s end, `⏎?`
 * one that may be an empty cell, `…` lost empty cells, `■` a table’s end. The layout stands where it changes: `tsv:`.
 */
export const tokensIn = (text: string): string => written(lex(splitLines(text)).tokens);

/** The same of what lines without separators were put together to; `^late` and `^torn` say how numbers stand to their label. */
export const assembledIn = (text: string): string => written(assemble(lex(splitLines(text)).tokens, lexiconOf()));

function written(tokens: readonly Token[]): string {
  let layout = '';
  const shown = tokens.map((token) => {
    const named = token.layout === layout ? '' : `${layout && ' '}${token.layout}: `;
    layout = token.layout;
    return named + (token.kind === 'cell' || token.kind === 'loose' ? pieceOf(token) : MARKS[token.kind]);
  });
  return shown.join('').replaceAll('\n', '↵');
}

function pieceOf({ text, kind, start, end, shown, place: { indent, numbers, room, placeless } }: Token): string {
  const own = text.slice(start, end);
  if (kind === 'loose') return `${indent < 0 ? '' : indent}~${own}`;
  const pieces = shown?.runs.map((run) => text.slice(run.start, run.end)).join('|');
  return `${shown ? `{${shown.text}=${pieces}}` : `[${own}]`}${room < 0 ? '' : `+${room}`}${placeless ? '!' : ''}${numbers ? `^${numbers}` : ''}`;
}

/** The paragraphs of a text, as they show. */
export const paragraphsIn = (text: string): string[] =>
  lex(splitLines(text)).paragraphs.map(({ start, end, shown }) => (shown ? `{${shown.text}}` : text.slice(start, end)));

/** Colours, in the protocol’s numbers. The names are those of the client’s manifest. */
import type { SemanticTokens, SemanticTokensLegend } from 'vscode-languageserver';
import { lineSpan, positionAt, type ReportToken, type Span, type TokenKind, tokensOf } from '../core/index.ts';
import type { Analysis } from './documents.ts';

const TYPES: Readonly<Record<TokenKind, string>> = {
  label: 'reportLabel',
  group: 'reportGroup',
  number: 'number',
  blank: 'reportBlank',
  residue: 'reportResidue',
};
const KINDS = Object.keys(TYPES) as TokenKind[];
const TOTAL = 1;
const WRONG = 2;

export const TOKENS_LEGEND: SemanticTokensLegend = { tokenTypes: Object.values(TYPES), tokenModifiers: ['total', 'wrong'] };

/** All tokens, or those of a part of the document; one that runs over several lines is told line by line. */
export function semanticTokens({ document, findings }: Analysis, part?: Span): SemanticTokens {
  const data: number[] = [];
  let [line, character] = [0, 0];
  const put = (atLine: number, from: number, length: number, { kind, total, wrong }: ReportToken): void => {
    if (length <= 0) return;
    const delta = atLine - line;
    data.push(delta, delta === 0 ? from - character : from, length, KINDS.indexOf(kind), (total ? TOTAL : 0) | (wrong ? WRONG : 0));
    [line, character] = [atLine, from];
  };
  for (const token of tokensOf(document, findings)) {
    const { start, end } = token.span;
    if (part && (end < part.start || start > part.end)) continue;
    const from = positionAt(document.lines, start);
    const first = lineSpan(document.lines, from.line);
    put(from.line, from.character, Math.min(end, first.end) - start, token);
    for (let next = from.line + 1, span = first; end > span.end; next++) {
      span = lineSpan(document.lines, next);
      if (span.start >= end) break;
      const written = document.text.slice(span.start, Math.min(end, span.end));
      const indent = written.length - written.trimStart().length;
      put(next, indent, written.trim().length, token);
    }
  }
  return { data };
}

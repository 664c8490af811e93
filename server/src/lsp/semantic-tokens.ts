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
const KINDS = Object.fromEntries(Object.keys(TYPES).map((kind, index) => [kind, index])) as Record<TokenKind, number>;
const TOTAL = 1;
const WRONG = 2;

export const TOKENS_LEGEND: SemanticTokensLegend = { tokenTypes: Object.values(TYPES), tokenModifiers: ['total', 'wrong'] };

/** All tokens, or those of a part of the document; one that runs over several lines is told line by line. */
export function semanticTokens({ document, findings }: Analysis, part?: Span): SemanticTokens {
  const data: number[] = [];
  const { lines, text } = document;
  const { starts } = lines;
  let line = 0;
  let character = 0;
  const put = (atLine: number, from: number, length: number, { kind, total, wrong }: ReportToken): void => {
    if (length <= 0) return;
    const delta = atLine - line;
    data.push(delta, delta === 0 ? from - character : from, length, KINDS[kind], (total ? TOTAL : 0) | (wrong ? WRONG : 0));
    line = atLine;
    character = from;
  };
  // Tokens come in order, so their lines do, too.
  let at = 0;
  let span = lineSpan(lines, 0);
  const next = (): void => {
    span = lineSpan(lines, ++at);
  };
  if (part) {
    at = positionAt(lines, part.start).line;
    span = lineSpan(lines, at);
  }
  for (const token of tokensOf(document, findings, part)) {
    const { start, end } = token.span;
    if (start < span.start) continue;
    const before = at;
    while (at + 1 < starts.length && start >= (starts[at + 1] ?? 0)) at++;
    if (at > before) span = lineSpan(lines, at);
    put(at, start - span.start, Math.min(end, span.end) - start, token);
    while (end > span.end && at + 1 < starts.length && (starts[at + 1] ?? end) < end) {
      next();
      const written = text.slice(span.start, Math.min(end, span.end));
      put(at, written.length - written.trimStart().length, written.trim().length, token);
    }
  }
  return { data };
}

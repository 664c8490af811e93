/** Colours, in the protocol’s numbers. The names are those of the client’s manifest. */
import type { SemanticTokens, SemanticTokensLegend } from 'vscode-languageserver';
import { type Finding, lineAt, lineSpan, type Report, type ReportToken, type Span, type TokenKind, tokensOf } from '../../core/index.ts';
import type { Analysis } from '../diagnose/documents.ts';
import type { Work } from '../long-work.ts';

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

function byReport(findings: readonly Finding[]): ReadonlyMap<Report, readonly Finding[]> {
  const found = new Map<Report, Finding[]>();
  for (const finding of findings) {
    const own = found.get(finding.report);
    if (own) own.push(finding);
    else found.set(finding.report, [finding]);
  }
  return found;
}

/** All tokens, or those of a part of the document; one that runs over several lines is told line by line. */
export async function semanticTokens({ document, findings }: Analysis, work: Work, part?: Span): Promise<SemanticTokens> {
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
  const putLines = (first: number, token: ReportToken): number => {
    const { start, end } = token.span;
    let at = first;
    for (; at < starts.length && (starts[at] as number) < end; at++) {
      const whole = lineSpan(lines, at);
      const from = Math.max(start, whole.start);
      const written = text.slice(from, Math.min(end, whole.end));
      put(at, from - whole.start + written.length - written.trimStart().length, written.trim().length, token);
    }
    return at - 1;
  };
  // Tokens come in order, so their lines do, too.
  let at = part ? lineAt(lines, part.start) : 0;
  const own = byReport(findings);
  for (const report of document.reports) {
    await work.breathe();
    for (const token of tokensOf({ ...document, reports: [report] }, own.get(report) ?? [], part)) {
      const { start, end } = token.span;
      if (start < (starts[at] as number)) continue;
      while (start >= (starts[at + 1] ?? Number.POSITIVE_INFINITY)) at++;
      if (end < (starts[at + 1] ?? Number.POSITIVE_INFINITY)) put(at, start - (starts[at] as number), end - start, token);
      else at = putLines(at, token);
    }
  }
  return { data };
}

/** How the parts of a report are coloured: labels, numbers, totals, wrong numbers, blanks, residue. */
import type { Finding } from '../finding/finding.ts';
import type { Document, Report } from '../report/report.ts';
import type { Span } from '../text/span.ts';
import { isTotal } from './equations.ts';
import { partsOf } from './parts.ts';
import { cellsOf } from './targets.ts';

export type TokenKind = 'label' | 'group' | 'number' | 'blank' | 'residue';

export interface ReportToken {
  readonly span: Span;
  readonly kind: TokenKind;
  readonly total: boolean;
  readonly wrong: boolean;
}

const GROUPS: ReadonlySet<string> = new Set(['group', 'block', 'header']);
const RESIDUE = 'converter-residue';

const byStart = (a: ReportToken, b: ReportToken): number => a.span.start - b.span.start || b.span.end - a.span.end;

/** Where the cells begin that errors point at. */
export const wrongCells = (findings: readonly Finding[]): ReadonlySet<number> =>
  new Set(findings.flatMap(({ severity, cells, span }) => (severity === 'error' && cells.length > 0 ? [span.start] : [])));

function tokensIn(text: string, report: Report, wrong: ReadonlySet<number>, residue: readonly Finding[]): ReportToken[] {
  const tokens: ReportToken[] = [];
  for (const { table, cell } of cellsOf(report)) {
    const kind = cell.state === 'blank' ? 'blank' : 'number';
    tokens.push({ span: cell.span, kind, total: isTotal(table.spec, cell.spec.index), wrong: wrong.has(cell.span.start) });
  }
  for (const table of report.tables)
    for (const word of table.words)
      for (const { span, entry } of partsOf(text, table, word))
        tokens.push({ span, kind: GROUPS.has(entry.kind) ? 'group' : 'label', total: false, wrong: false });
  for (const finding of residue)
    if (finding.report === report) tokens.push({ span: finding.span, kind: 'residue', total: false, wrong: false });
  return tokens.sort(byStart);
}

/**
 * The tokens of all reports, or of those that reach into `part`, in the order of the text, none over another. A number is
 * wrong where an error points at it.
 */
export function tokensOf({ text, reports }: Document, findings: readonly Finding[], part?: Span): ReportToken[] {
  const errors = wrongCells(findings);
  const residue = findings.filter(({ rule }) => rule === RESIDUE);
  const wanted = part ? reports.filter(({ span }) => span.start <= part.end && part.start <= span.end) : reports;
  const found: ReportToken[] = [];
  let end = -1;
  for (const report of wanted)
    for (const token of tokensIn(text, report, errors, residue)) {
      const { span } = token;
      if (span.start < end || span.end <= span.start || (part && (span.end < part.start || span.start > part.end))) continue;
      end = span.end;
      found.push(token);
    }
  return found;
}

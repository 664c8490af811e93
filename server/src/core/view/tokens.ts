/** How the parts of a report are coloured: labels, numbers, totals, wrong numbers, blanks, residue. */
import type { Finding } from '../check/finding.ts';
import type { Document, Report } from '../report/report.ts';
import type { Span } from '../text/span.ts';
import { isTotal } from './equations.ts';
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

function* tokensIn(report: Report, wrong: ReadonlySet<number>, residue: readonly Finding[]): Generator<ReportToken> {
  for (const { table, cell } of cellsOf(report)) {
    const kind = cell.state === 'blank' ? 'blank' : 'number';
    yield { span: cell.span, kind, total: isTotal(table.spec, cell.spec.index), wrong: wrong.has(cell.span.start) };
  }
  for (const { words } of report.tables)
    for (const { span, entry } of words) yield { span, kind: GROUPS.has(entry.kind) ? 'group' : 'label', total: false, wrong: false };
  for (const { span } of residue) yield { span, kind: 'residue', total: false, wrong: false };
}

/** The tokens of all reports in the order of the text, none over another. A number is wrong where an error points at it. */
export function tokensOf({ reports }: Document, findings: readonly Finding[]): ReportToken[] {
  const errors = new Set(findings.flatMap(({ severity, cells, span }) => (severity === 'error' && cells.length > 0 ? [span.start] : [])));
  const residue = findings.filter(({ rule }) => rule === RESIDUE);
  const tokens = reports.flatMap((report) => [
    ...tokensIn(
      report,
      errors,
      residue.filter((finding) => finding.report === report),
    ),
  ]);
  tokens.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  let end = -1;
  return tokens.filter(({ span }) => {
    if (span.start < end || span.end <= span.start) return false;
    end = span.end;
    return true;
  });
}

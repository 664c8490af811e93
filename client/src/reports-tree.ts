/** The reports as a tree, units by name, years from the newest: plain data. */
import type { FindingCounts, KnownReport } from '../../server/src/lsp/protocol.ts';

export type State = 'error' | 'warning' | 'right' | 'unknown';

export interface ReportNode {
  readonly kind: 'report';
  readonly label: string | null;
  readonly state: State;
  readonly uri: string;
  readonly findings: FindingCounts | null;
}

export interface UnitNode {
  readonly kind: 'unit';
  readonly label: string | null;
  readonly state: State;
  readonly reports: readonly ReportNode[];
}

function stateOf(findings: FindingCounts | null): State {
  if (!findings) return 'unknown';
  if (findings.error > 0) return 'error';
  return findings.warning > 0 ? 'warning' : 'right';
}

/** The gravest of several; what is not known yet counts least. */
const WORST: readonly State[] = ['error', 'warning', 'right', 'unknown'];
const worst = (reports: readonly ReportNode[]): State =>
  WORST.find((state) => reports.some((report) => report.state === state)) ?? 'unknown';

export function treeOf(reports: readonly KnownReport[]): UnitNode[] {
  const byUnit = new Map<string | null, KnownReport[]>();
  for (const report of reports) byUnit.set(report.unit, [...(byUnit.get(report.unit) ?? []), report]);
  const units = [...byUnit].map(([label, own]): UnitNode => {
    const sorted = own.toSorted((a, b) => (b.year ?? 0) - (a.year ?? 0) || a.uri.localeCompare(b.uri));
    const nodes = sorted.map(({ year, uri, findings }): ReportNode => {
      return { kind: 'report', label: year === null ? null : String(year), state: stateOf(findings), uri, findings };
    });
    return { kind: 'unit', label, state: worst(nodes), reports: nodes };
  });
  // Those that name no unit come last.
  return units.toSorted(
    (a, b) => Number(a.label === null) - Number(b.label === null) || (a.label ?? '').localeCompare(b.label ?? '', 'zh-CN'),
  );
}

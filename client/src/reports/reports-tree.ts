/** The reports as a tree, units by name, years from the newest: plain data. */
import type { FindingCounts, KnownReport } from '../../../server/src/lsp/protocol.ts';

type State = 'error' | 'warning' | 'right' | 'unknown';

export interface ReportNode {
  readonly kind: 'report';
  readonly label: string | null;
  readonly state: State;
  readonly uri: string;
  /** Where it is in a file of several; a file of one opens where it was left. */
  readonly line: number | null;
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

function grouped<K>(reports: readonly KnownReport[], keyOf: (report: KnownReport) => K): Map<K, KnownReport[]> {
  const groups = new Map<K, KnownReport[]>();
  for (const report of reports) {
    const key = keyOf(report);
    const group = groups.get(key);
    if (group) group.push(report);
    else groups.set(key, [report]);
  }
  return groups;
}

export function treeOf(reports: readonly KnownReport[]): UnitNode[] {
  const byFile = grouped(reports, ({ uri }) => uri);
  const units = [...grouped(reports, ({ unit }) => unit)].map(([label, own]): UnitNode => {
    const sorted = own.toSorted((a, b) => (b.year ?? 0) - (a.year ?? 0) || a.uri.localeCompare(b.uri));
    const nodes = sorted.map(({ year, uri, line, findings }): ReportNode => {
      const label = year === null ? null : String(year);
      const isAlone = byFile.get(uri)?.length === 1;
      return { kind: 'report', label, state: stateOf(findings), uri, line: isAlone ? null : line, findings };
    });
    return { kind: 'unit', label, state: worst(nodes), reports: nodes };
  });
  // Those that name no unit come last.
  return units.toSorted(
    (a, b) => Number(a.label === null) - Number(b.label === null) || (a.label ?? '').localeCompare(b.label ?? '', 'zh-CN'),
  );
}

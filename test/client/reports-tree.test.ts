/** The reports of the workspace as a tree. */
import { describe, expect, it } from 'vitest';
import { treeOf } from '../../client/src/reports/reports-tree.ts';
import type { FindingCounts, KnownReport } from '../../server/src/lsp/protocol.ts';

const counts = (error: number, warning = 0): FindingCounts => ({ error, warning, information: 3, hint: 0 });
const report = (unit: string | null, year: number | null, findings: FindingCounts | null): KnownReport => ({
  uri: `file:///${unit}-${year}.txt`,
  unit,
  year,
  line: 0,
  findings,
});

describe('the tree', () => {
  it('has units by name and their years from the newest, each with its state', () => {
    const tree = treeOf([
      report('云溪县', 2022, counts(0)),
      report(null, 2023, null),
      report('白石镇', 2021, counts(0, 1)),
      report('白石镇', 2023, counts(2)),
      report('白石镇', null, null),
    ]);
    expect(tree.map(({ label, state, reports }) => [label, state, ...reports.map((one) => `${one.label} ${one.state}`)])).toEqual([
      ['白石镇', 'error', '2023 error', '2021 warning', 'null unknown'],
      ['云溪县', 'right', '2022 right'],
      [null, 'unknown', '2023 unknown'],
    ]);
  });

  it('leads to the report in a file of several, and to the file elsewhere', () => {
    const both = { uri: 'file:///both.txt' };
    const tree = treeOf([
      { ...report('白石镇', 2023, null), ...both, line: 12 },
      { ...report('云溪县', 2023, null), ...both, line: 400 },
      { ...report('云溪县', 2022, null), line: 9 },
    ]);
    expect(tree.flatMap(({ reports }) => reports.map(({ label, line }) => [label, line]))).toEqual([
      ['2023', 12],
      ['2023', 400],
      ['2022', null],
    ]);
  });

  it('is empty where there is none', () => expect(treeOf([])).toEqual([]));
});

/** Reading: every number comes back under its own key, in every layout, or is named as lost. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lint, parse } from '../../../server/src/core/index.ts';
import { DRAWN, GLUED, LAYOUTS, LOSSY, layoutId } from '../../harness/layouts.ts';
import { arbitraryReport, drawnValues, renderReport } from '../../harness/reports.ts';

/** Every number of a text by its key. */
function read(text: string): { values: Map<string, number>; layouts: Set<string>; findings: string[] } {
  const document = parse(text);
  const values = new Map<string, number>();
  const layouts = new Set<string>();
  for (const report of document.reports) {
    for (const table of report.tables) {
      layouts.add(table.layout);
      for (const cell of table.cells) if (cell?.value != null) values.set(cell.spec.key, cell.value);
    }
  }
  return { values, layouts, findings: lint(document).map(({ rule }) => rule) };
}

describe.each([...LAYOUTS, ...DRAWN, ...LOSSY])('%s', (layout) => {
  it('gives back every number, and a correct report has no finding', () => {
    fc.assert(
      fc.property(arbitraryReport, fc.boolean(), (report, crlf) => {
        const { edition } = report;
        const values = drawnValues(report);
        const text = renderReport({ edition, layout, values });
        const result = read(crlf ? text.replaceAll('\n', '\r\n') : text);
        expect(result.values).toEqual(values);
        expect(result.layouts).toEqual(new Set([layoutId(layout)]));
        expect(result.findings).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('knows edition, year and unit', () => {
    const [report] = parse(renderReport({ edition: '2019', layout })).reports;
    expect(report).toMatchObject({ reportingYear: 2020, unit: '青禾县水务局', form: { id: '2019' }, due: { id: '2019' } });
    expect(report?.sections.map(({ id }) => id)).toEqual(['overview', 'disclosure', 'applications', 'disputes', 'problems', 'other']);
  });

  it('keeps a blank apart from 0, and no neighbour moves', () => {
    fc.assert(
      fc.property(arbitraryReport, fc.nat(), (report, pick) => {
        const { edition } = report;
        const values = drawnValues(report);
        const keys = [...values.keys()];
        const blank = keys[pick % keys.length] as string;
        const left = new Map([...values].filter(([key]) => key !== blank));
        const result = read(renderReport({ edition, layout, values: left }));
        for (const [key, value] of result.values) expect([key, value]).toEqual([key, values.get(key)]);
        expect(result.values.has(blank)).toBe(false);
        const named = ['blank-cell', 'missing-cell', 'unreadable-table'];
        expect(result.findings.some((rule) => named.includes(rule))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe.each(GLUED)('%s', (layout) => {
  it('cuts runs of digits only where the sums leave one way, and names every other row', () => {
    fc.assert(
      fc.property(arbitraryReport, (report) => {
        const values = drawnValues(report);
        const document = parse(renderReport({ edition: report.edition, layout, values }));
        const named = new Set(lint(document).flatMap(({ rule, cells }) => (rule === 'unreadable-table' ? cells : [])));
        const cells = document.reports.flatMap(({ tables }) => tables.flatMap((table) => table.cells));
        expect(cells.map((cell) => cell?.spec.key).sort()).toEqual([...values.keys()].sort());
        for (const cell of cells) {
          if (cell?.value == null) expect(named).toContain(cell?.spec.key);
          else expect([cell.spec.key, cell.value]).toEqual([cell.spec.key, values.get(cell.spec.key)]);
        }
      }),
      // Its dispute table is a run of fifteen digits that does not begin with 0.
      { numRuns: 20, examples: [[{ edition: '2019', seed: 53763 }]] },
    );
  });

  it('does not sum what it cannot read', () => {
    const values = new Map(drawnValues({ edition: '2021', seed: 4 })).set('applications.total.total', 5);
    values.set('disclosure.normativeDocuments.issued', 12);
    const rules = lint(parse(renderReport({ layout, values }))).map(({ rule }) => rule);
    expect(new Set(rules)).toEqual(new Set(['relation-not-checked', 'unreadable-table']));
  });

  it('does not take one digit for one number where the sums do not hold: a cell may have been blank', () => {
    const values: Map<string, number> = new Map([...drawnValues({ edition: '2021', seed: 4 }).keys()].map((key) => [key, 0]));
    values.set('applications.received.naturalPerson', 12).set('applications.received.total', 12);
    for (const column of ['commercialEnterprise', 'researchInstitution']) values.delete(`applications.received.${column}`);
    const { tables } = parse(renderReport({ layout, values })).reports[0] ?? { tables: [] };
    const received = tables.flatMap((table) => table.cells).filter((cell) => cell?.spec.rowKey === 'received');
    expect(received.map((cell) => cell?.value)).toEqual(Array(7).fill(null));
  });
});

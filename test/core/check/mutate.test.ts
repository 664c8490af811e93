/** One change to a correct report: the right rule speaks, nothing else does, and its fixes mend it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, type Finding, fixesOf, lint, parse } from '../../../server/src/core/index.ts';
import { residual } from '../../../server/src/core/statute/relations.ts';
import { LAYOUTS } from '../../harness/layouts.ts';
import { arbitraryReport, drawnValues, forms, renderReport } from '../../harness/reports.ts';

const judged = ['applications', 'disputes'];
const lintText = (text: string): { document: ReturnType<typeof parse>; findings: Finding[] } => {
  const document = parse(text);
  return { document, findings: lint(document) };
};

describe.each(LAYOUTS)('%s', (layout) => {
  it('names a changed number of the application table, or says of each sum of the disputes how it may be mended', () => {
    fc.assert(
      fc.property(arbitraryReport, fc.nat(), fc.integer({ min: 1, max: 99 }), (report, pick, add) => {
        const { edition } = report;
        const values = drawnValues(report);
        const tables = forms[edition].tables.filter(({ id }) => judged.includes(id));
        const cells = tables.flatMap((table) => table.cells.map((cell) => ({ table, cell })));
        const { table, cell } = cells[pick % cells.length] as (typeof cells)[number];
        const changed = new Map(values).set(cell.key, (values.get(cell.key) ?? 0) + add);
        const { document, findings } = lintText(renderReport({ edition, layout, values: changed }));
        const numbers = table.cells.map(({ key }) => changed.get(key) ?? 0);
        const broken = table.relations.filter((relation) => residual(relation, numbers) !== 0).map(({ rule }) => rule);
        const sums = findings.filter(({ rule }) => rule !== 'suspect-cell');
        expect(sums.map(({ rule }) => rule).sort()).toEqual(broken.sort());
        const suspects = findings.filter(({ rule }) => rule === 'suspect-cell');
        if (table.id === 'applications') expect(suspects.map((finding) => finding.cells)).toEqual([[cell.key]]);
        // What is known to be a consequence is a hint; what may be the cause is an error.
        expect(new Set(sums.map(({ severity }) => severity))).toEqual(new Set([suspects.length > 0 ? 'hint' : 'error']));
        const right = renderReport({ edition, layout, values });
        for (const finding of findings) {
          const [first, ...others] = fixesOf(document, finding);
          const texts = [first, ...others].map((fix) => applyEdits(document.text, fix?.edits ?? []));
          expect(texts).toContain(right);
          expect(first?.preferred).toBe(suspects.length > 0);
          if (first?.preferred) expect(texts[0]).toBe(right);
          expect(others.every(({ preferred }) => !preferred)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('names a missing row, and inserts it in the layout of the table', () => {
    fc.assert(
      fc.property(arbitraryReport, fc.nat(), (report, pick) => {
        const { edition } = report;
        const values = drawnValues(report);
        const rows = forms[edition].tables.flatMap((table) =>
          table.rows.filter(({ labelled }) => labelled).map((row) => ({ table, line: row })),
        );
        const { table, line } = rows[pick % rows.length] as (typeof rows)[number];
        const text = renderReport({ edition, layout, values, without: new Set([`${table.id}.${line.key}`]) });
        const { document, findings } = lintText(text);
        const missing = findings.filter(({ rule }) => rule === 'missing-row');
        expect(missing.map(({ row }) => row)).toEqual([line.key]);
        const [fix] = fixesOf(document, missing[0] as Finding);
        expect(fix).toBeDefined();
        const fixed = lintText(applyEdits(text, fix?.edits ?? []));
        expect(fixed.findings.filter(({ rule }) => rule === 'missing-row')).toEqual([]);
        for (const bound of fixed.document.reports[0]?.tables.flatMap(({ cells }) => cells) ?? []) {
          // What arithmetic determines is the truth; the rest of the row is blank, and nothing else moved.
          if (bound?.value != null) expect([bound.spec.key, bound.value]).toEqual([bound.spec.key, values.get(bound.spec.key)]);
          else expect(bound?.state).toBe('blank');
        }
      }),
      { numRuns: 60 },
    );
  });

  it('names a missing table once', () => {
    for (const edition of ['2019', '2021'] as const) {
      for (const id of ['disclosure', 'applications', 'disputes']) {
        const { findings } = lintText(renderReport({ edition, layout, withoutSections: new Set([id]) }));
        expect(findings.map(({ rule, table }) => `${rule} ${table}`)).toEqual([`missing-table ${id}`]);
      }
    }
  });

  it('tells an outdated and a premature form', () => {
    const outdated = lintText(renderReport({ edition: '2019', year: 2022, layout })).findings;
    expect(outdated.map(({ rule }) => rule)).toEqual(['outdated-format']);
    const premature = lintText(renderReport({ edition: '2021', year: 2020, layout })).findings;
    expect(premature.map(({ rule }) => rule)).toEqual(['premature-format']);
  });

  it('fills what arithmetic determines', () => {
    const zeroOutcome = new Map([...(forms['2021'].tables[1]?.cells ?? [])].map(({ key }) => [key, 0]));
    for (const table of forms['2021'].tables) for (const { key } of table.cells) zeroOutcome.set(key, 0);
    const values = new Map([...zeroOutcome].filter(([key]) => !/^applications\.(?!received|carriedOver)/.test(key)));
    const { document, findings } = lintText(renderReport({ layout, values }));
    const blank = findings.filter(({ rule }) => rule === 'blank-cell');
    expect(blank.flatMap(({ cells }) => cells)).toHaveLength(161);
    const fixed = applyEdits(
      document.text,
      blank.flatMap((finding) => fixesOf(document, finding)[0]?.edits ?? []),
    );
    expect(lintText(fixed).findings).toEqual([]);
    expect(fixed).toBe(renderReport({ layout, values: zeroOutcome }));
  });
});

/** Tables are written as the notices print them, and what is written is read back: every number, every blank. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, tableOf } from '../../../server/src/core/index.ts';
import type { WrittenLayout } from '../../../server/src/core/layout/layouts.ts';
import type { TableForm } from '../../../server/src/core/statute/form.ts';
import { paperOf } from '../../../server/src/core/write/paper.ts';
import { type Style, writeRows } from '../../../server/src/core/write/write.ts';
import { gridOf } from '../../harness/grid.ts';
import { arbitraryReport, drawnValues, type EditionId, forms, PROSE, titleOf } from '../../harness/reports.ts';

const LAYOUTS: readonly WrittenLayout[] = [
  'cell-lines',
  'trailing-pipes',
  'pipe-rows',
  'tsv',
  'csv',
  'markdown',
  'html',
  'grid',
  'ruled',
  'bare-lines',
  'raw',
  'aligned',
];
const STYLES: readonly Style[] = LAYOUTS.flatMap((layout): Style[] => [
  { layout, merged: 'spelled-out', delimiter: 'below-first-row', line: '-' },
  { layout, merged: 'left-out', delimiter: 'below-first-row', line: '=' },
  { layout, merged: 'left-out', delimiter: 'none', line: '─' },
]);
/** Layouts in which a blank leaves no trace, or no certain one: fit for tables without blanks only. */
const LOSES_BLANKS: ReadonlySet<WrittenLayout> = new Set(['bare-lines', 'raw', 'aligned'] as const);
const nameOf = ({ layout, merged, delimiter, line }: Style): string =>
  `${layout}, merged cells ${merged}, delimiter ${delimiter}, line ${line}`;

type Values = ReadonlyMap<string, number>;
const written = (values: Values, table: TableForm, style: Style): string => {
  const lines = writeRows(
    paperOf(table, ({ key }) => String(values.get(key) ?? '')),
    style,
  ).join('\n');
  return style.layout === 'html' ? `<table>\n${lines}\n</table>` : lines;
};

/** A report whose tables the product has written. */
function reportOf(edition: EditionId, values: Values, style: Style): string {
  const { edition: data, tables } = forms[edition];
  const sections = data.sections.map((section) => {
    const table = tables.find(({ section: own }) => own === section.id);
    return `${section.number}、${section.title}\n${table ? written(values, table, style) : PROSE[section.id]}\n`;
  });
  return `${titleOf(edition === '2021' ? 2023 : 2020)}\n\n${sections.join('\n')}`;
}

/** What stands in every cell, as read. */
function readBack(edition: EditionId, text: string): Map<string, number | string> {
  const [report] = parse(text).reports;
  if (!report) throw new Error('no report');
  return new Map(
    forms[edition].tables.flatMap(({ id, cells }) =>
      cells.map(({ key, index }) => {
        const cell = tableOf(report, id)?.cells[index];
        return [key, cell?.state === 'number' ? (cell.value as number) : (cell?.state ?? 'absent')] as const;
      }),
    ),
  );
}
const expected = (edition: EditionId, values: Values): Map<string, number | string> =>
  new Map(forms[edition].tables.flatMap(({ cells }) => cells.map(({ key }) => [key, values.get(key) ?? 'blank'] as const)));

describe.each(['2019', '2021'] as const)('the paper of %s', (edition) => {
  // The harness draws the tables from the notice by hand; the product draws them from the edition’s data.
  it.each(forms[edition].tables.map(({ id }) => id))('is the notice’s table of %s', (id) => {
    const table = forms[edition].tables.find((one) => one.id === id) as TableForm;
    const plain = paperOf(table, ({ key }) => key).map((row) => row.map(({ text, columns, rows }) => ({ text, columns, rows })));
    expect(plain).toEqual(gridOf(table, new Map(table.cells.map(({ key }) => [key, key]))));
  });
});

const named = (styles: readonly Style[]): { name: string; style: Style }[] => styles.map((style) => ({ name: nameOf(style), style }));

describe('what is written is read back', () => {
  it.each(named(STYLES))('with every number: $name', ({ style }) => {
    fc.assert(
      fc.property(arbitraryReport, (report) => {
        const values = drawnValues(report);
        expect(readBack(report.edition, reportOf(report.edition, values, style))).toEqual(expected(report.edition, values));
      }),
      { numRuns: 20 },
    );
  });

  it.each(named(STYLES.filter(({ layout }) => !LOSES_BLANKS.has(layout))))('with its blanks: $name', ({ style }) => {
    fc.assert(
      fc.property(arbitraryReport, fc.array(fc.nat(1e6), { maxLength: 40 }), (report, drawn) => {
        const values = drawnValues(report);
        const keys = [...values.keys()];
        for (const at of drawn) values.delete(keys[at % keys.length] as string);
        expect(readBack(report.edition, reportOf(report.edition, values, style))).toEqual(expected(report.edition, values));
      }),
      { numRuns: 20 },
    );
  });
});

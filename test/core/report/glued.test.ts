/** Runs of digits are cut where the form's sums leave one way to do it, and only there. */
import { describe, expect, it } from 'vitest';
import { splitRuns } from '../../../server/src/core/report/rows/split.ts';
import type { RowSpec, TableForm } from '../../../server/src/core/statute/form.ts';
import { residual } from '../../../server/src/core/statute/relations.ts';
import { numbersIn, read } from '../../harness/read.ts';
import { consistentValues, forms, renderReport, seeded } from '../../harness/reports.ts';

/** All ways to cut digits into so many numbers. */
function cuts(digits: string, parts: number): number[][] {
  if (parts === 1) return digits.length > 1 && digits.startsWith('0') ? [] : [[Number(digits)]];
  const longest = digits.startsWith('0') ? 1 : digits.length - parts + 1;
  return Array.from({ length: Math.max(0, longest) }, (_, at) => at + 1).flatMap((length) =>
    cuts(digits.slice(length), parts - 1).map((rest) => [Number(digits.slice(0, length)), ...rest]),
  );
}

/** Those of them for which the sums within the line hold. */
function holding(digits: string, { cells }: RowSpec, table: TableForm): number[][] {
  const own = table.relations.filter(({ terms }) => terms.every(({ cell }) => cells.some(({ index }) => index === cell)));
  return cuts(digits, cells.length).filter((numbers) => {
    const values = table.cells.map(({ index }) => numbers[cells.findIndex((cell) => cell.index === index)] ?? null);
    return own.every((relation) => residual(relation, values) === 0);
  });
}

describe('a run of digits', () => {
  it('is cut as by trying everything', () => {
    for (let seed = 0; seed < 12; seed++) {
      const values = consistentValues('2021', seeded(seed));
      const next = seeded(seed + 100);
      for (const table of forms['2021'].tables) {
        for (const row of table.rows) {
          const right = row.cells.map(({ key }) => String(values.get(key) ?? 0)).join('');
          const digits = next(3) === 0 ? right.slice(0, -1) + String(next(9)) : right;
          // One digit each needs no sums.
          if (digits.length === row.cells.length || digits.length > row.cells.length + 7) continue;
          const [only, ...more] = holding(digits, row, table);
          // Without sums a run may lack a number, too.
          if (table.id === 'disclosure' && row.cells.some((_, count) => count > 0 && cuts(digits, count).length > 0)) more.push([]);
          expect([digits, splitRuns([{ row, digits }], table).get(row.index)]).toEqual([digits, more.length > 0 ? undefined : only]);
        }
      }
    }
  });

  it('gives nothing where it is too long to try', () => {
    for (const table of forms['2021'].tables) {
      const rows = table.rows.filter(({ cells }) => cells.length > 1);
      for (const unit of ['1', '123456789', '1000', '12'])
        expect(
          splitRuns(
            rows.map((row) => ({ row, digits: unit.repeat(40).slice(0, 40) })),
            table,
          ).size,
        ).toBe(0);
    }
  });
});

describe('a row that stands there twice', () => {
  const values = consistentValues('2021', seeded(3));
  const text = renderReport({ layout: 'glued-lines', values });
  const row = /^行政规范性文件\d+\n/m.exec(text)?.[0] ?? '';

  it('does not take the numbers of the other', () => {
    expect(row).toBe('行政规范性文件0350\n');
    const numbers = numbersIn(read(text.replace(row, `${row}行政规范性文件901\n`)));
    for (const [key, number] of numbers)
      if (!key.startsWith('disclosure.normativeDocuments.')) expect([key, number]).toEqual([key, values.get(key)]);
    const own = [...numbers].filter(([key]) => key.startsWith('disclosure.normativeDocuments.')).map(([, number]) => number);
    // No sum protects them: `901` may be 90, 1 and a blank.
    expect(own).toEqual([]);
  });
});

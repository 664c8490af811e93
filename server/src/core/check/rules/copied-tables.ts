/** A table with last year's numbers in every cell: filled in from last year's report, most likely. */
import { say } from '../../finding/finding.ts';
import { tableTitle } from '../../finding/names.ts';
import type { Draft, Rule } from '../../finding/rule.ts';
import { type TableDigest, tableIn } from '../../library/digest.ts';
import { type BoundTable, valuesOf } from '../../report/report.ts';
import type { TableForm } from '../../statute/form.ts';
import { yearOf } from '../last-year.ts';

// As likely as a thousand to one, if every number up to twice its size were as likely as any other.
const ENOUGH_BITS = 10;

/**
 * How much the numbers of a table say that nothing else determines, in bits. Every relation takes away one number, the
 * largest: the total of a sum, one side of a balance. Stocks, which a quiet year leaves as they are, say nothing.
 */
function information({ relations, succession, cells }: TableForm, values: readonly (number | null)[]): number {
  const telling = new Map<number, number>();
  const keysBefore = new Set(succession.flatMap(({ steps }) => steps.flatMap(({ before }) => before)));
  const stocks = new Set(
    succession.flatMap(({ steps }) => steps.map(({ cell }) => cell)).filter((cell) => keysBefore.has(cells[cell]?.key ?? '')),
  );
  values.forEach((value, cell) => {
    if (value && !stocks.has(cell)) telling.set(cell, Math.log2(1 + Math.abs(value)));
  });
  for (const { terms } of relations) {
    let largest = -1;
    for (const { cell } of terms) if ((telling.get(cell) ?? 0) > (telling.get(largest) ?? 0)) largest = cell;
    telling.delete(largest);
  }
  return [...telling.values()].reduce((all, bits) => all + bits, 0);
}

function isCopied(table: BoundTable, last: TableDigest): boolean {
  const values = valuesOf(table);
  const isSame = (value: number | null, cell: number): boolean =>
    value === null ? Number.isNaN(last.values[cell]) : value === last.values[cell];
  return last.edition === table.form.id && values.every(isSame) && information(table.spec, values) >= ENOUGH_BITS;
}

export const copiedTables: Rule = {
  meta: {
    id: 'copied-tables',
    severity: 'information',
    fixable: [],
    summary: say('表中数字与上年年报全部相同', 'A table has the same numbers as last year’s'),
    basis: say(
      '《政府信息公开条例》第五十条：年度报告反映本年度的情况',
      'Regulations on Open Government Information, article 50: the report is about its own year',
    ),
    since: '0.1.0',
  },
  *check({ report, siblings: { previous } }): Iterable<Draft> {
    if (!previous) return;
    for (const table of report.tables) {
      const last = tableIn(previous, table.spec.id);
      if (!last || !isCopied(table, last)) continue;
      const title = tableTitle(table);
      const year = yearOf(previous);
      yield {
        span: table.head,
        message: say(
          `${title['zh-cn']}的数字与 ${year['zh-cn']}年报全部相同`,
          `The numbers of this table (${title.en}) are all those of the report for ${year.en}`,
        ),
        cells: [],
        related: [{ path: previous.path, range: last.head, message: say(`${year['zh-cn']}的表`, `the table for ${year.en}`) }],
        table: table.spec.id,
      };
    }
  },
};

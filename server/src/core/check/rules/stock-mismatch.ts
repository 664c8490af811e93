/** A stock is last year's stock with what this year added and took away. */
import { type Localized, say } from '../../finding/finding.ts';
import { cellName, columnLabel } from '../../finding/names.ts';
import type { Draft, Rule } from '../../finding/rule.ts';
import type { TableForm } from '../../statute/form.ts';
import { type Break, type BrokenSuccession, brokenSuccessions, carryFix, isReorganised, relatedBefore, yearOf } from '../last-year.ts';

const ID = 'stock-mismatch';

/** `8（2022 年度现行有效件数）＋ 2（本年制发件数）－ 1（本年废止件数）` */
function equation({ before, step }: Break, { table, previous }: BrokenSuccession): Localized {
  const year = yearOf(previous);
  const last = before.map(({ value, name }) => ({ value, name: name.slice(name.lastIndexOf('·') + 1) }));
  const own = (cells: readonly number[], sign: string): string[] =>
    cells.map((index) => ` ${sign} ${table.cells[index]?.value}（${columnLabel(table.spec.cells[index] as TableForm['cells'][number])}）`);
  const rest = [...own(step.plus, '＋'), ...own(step.minus, '－')].join('');
  const from = (language: 'zh-cn' | 'en'): string =>
    last.map(({ value, name }) => `${value}（${year[language]}${language === 'en' ? ' ' : ''}${name}）`).join(' ＋ ');
  return say(
    from('zh-cn') + rest,
    (from('en') + rest).replaceAll('（', ' (').replaceAll('）', ')').replaceAll('＋', '+').replaceAll('－', '−'),
  );
}

export const stockMismatch: Rule = {
  meta: {
    id: ID,
    severity: 'warning',
    weakened: 'information',
    fixable: ['manual'],
    summary: say('现行有效件数等与上年年报的数字接不上', 'A stock does not follow from last year’s report'),
    basis: say(
      '国办公开办函〔2021〕30号、〔2019〕60号所附格式：现行有效件数 = 上年现行有效件数 + 本年制发件数 − 本年废止件数',
      'The form of the notices 国办公开办函〔2021〕30号 and 〔2019〕60号: in force = in force last year + issued − repealed',
    ),
    since: '0.1.0',
  },
  *check(context): Iterable<Draft> {
    for (const broken of brokenSuccessions(context, ID)) {
      const { table, succession, breaks } = broken;
      const isWeak = succession.weight === 'weak' || isReorganised(context, context.report);
      for (const one of breaks) {
        const { cell, expected, actual } = one;
        const formula = equation(one, broken);
        yield {
          span: cell.span,
          ...(isWeak ? { severity: 'information' } : {}),
          message: say(
            `${cellName(cell.spec)} ${actual} ≠ ${formula['zh-cn']} = ${expected}`,
            `${cellName(cell.spec)} ${actual} ≠ ${formula.en} = ${expected}`,
          ),
          cells: [cell.spec.key],
          expected,
          actual,
          related: relatedBefore({ ...broken, breaks: [one] }),
          table: table.spec.id,
        };
      }
    }
  },
  fixes: (context, { table, cells, expected }) => carryFix(context, table, cells, expected === undefined ? [] : [expected]),
};

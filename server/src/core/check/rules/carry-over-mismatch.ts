/** What last year's report carried forward is what this year's takes over, in every column. */
import { say } from '../../finding/finding.ts';
import { brief, columnLabel, rowLabel } from '../../finding/names.ts';
import type { Draft, Rule } from '../../finding/rule.ts';
import { brokenSuccessions, carryFix, isReorganised, relatedBefore, yearOf } from '../last-year.ts';

const ID = 'carry-over-mismatch';

export const carryOverMismatch: Rule = {
  meta: {
    id: ID,
    severity: 'warning',
    weakened: 'information',
    fixable: ['manual'],
    summary: say('上年结转与上年年报的“结转下年度”不符', 'What is carried over is not what last year’s report carried forward'),
    basis: say(
      '国办公开办函〔2021〕30号、〔2019〕60号所附格式：“上年结转”即上年的“结转下年度继续办理”',
      'The form of the notices 国办公开办函〔2021〕30号 and 〔2019〕60号: what is carried over is what the year before carried forward',
    ),
    since: '0.1.0',
  },
  *check(context): Iterable<Draft> {
    for (const broken of brokenSuccessions(context, ID)) {
      const { table, succession, previous, breaks } = broken;
      const [first] = breaks;
      if (!first) continue;
      const here = brief(rowLabel(first.cell.spec));
      const there = brief(first.before[0]?.name.split('·')[0] ?? '');
      const list = breaks.map(({ cell, actual, expected }) => `${columnLabel(cell.spec)} ${actual} ≠ ${expected}`);
      const year = yearOf(previous);
      const isWeak = succession.weight === 'weak' || isReorganised(context, context.report);
      yield {
        span: first.cell.span,
        ...(isWeak ? { severity: 'information' } : {}),
        message: say(
          `“${here}”与 ${year['zh-cn']}年报的“${there}”不符：${list.join('，')}`,
          `“${here}” is not “${there}” of the report for ${year.en}: ${list.join(', ')}`,
        ),
        cells: breaks.map(({ cell }) => cell.spec.key),
        expected: first.expected,
        actual: first.actual,
        due: breaks.map(({ expected }) => expected),
        related: relatedBefore(broken),
        table: table.spec.id,
      };
    }
  },
  fixes: (context, { table, cells, due = [] }) => carryFix(context, table, cells, due),
};

/** 未收到申请, 均获维持, 全部办结: the prose says that there were none, or no others, and the table has some. */

import { say } from '../../finding/finding.ts';
import type { Context, Draft, Rule } from '../../finding/rule.ts';
import type { NoneClaim } from '../../prose/claims/claim.ts';
import { claimsOf } from '../../prose/claims.ts';
import { cellFix, claimAt, keysOf, listReadings, type Reading, readingsOf, relatedOf } from '../readings.ts';

const nonesOf = ({ document, report }: Context): NoneClaim[] => claimsOf(document, report).filter((claim) => claim.kind === 'none');

/** Of all that should be 0, what is not. */
const countedIn = ({ report }: Context, claim: NoneClaim): Reading[] =>
  claim.measures.flatMap((measure) => readingsOf(report, measure)?.slice(0, 1) ?? []).filter(({ value }) => value > 0);

export const proseNoneContradiction: Rule = {
  meta: {
    id: 'prose-none-contradiction',
    severity: 'warning',
    weakened: 'information',
    fixable: ['manual'],
    summary: say('正文说没有，表格中却有', 'The text says none, the table has some'),
    basis: say(
      '国办公开办函〔2019〕60号、〔2021〕30号：年度报告的文字与表格说的是同一年的同一件事',
      'The notices 国办公开办函〔2019〕60号 and 〔2021〕30号: text and tables report the same year',
    ),
    since: '0.1.0',
  },
  *check(context): Iterable<Draft> {
    for (const claim of nonesOf(context)) {
      const readings = countedIn(context, claim);
      const [first] = readings;
      if (!first) continue;
      yield {
        span: claim.span,
        ...(claim.weak ? { severity: 'information' } : {}),
        message: say(
          `正文“${claim.quote}”，表中却有 ${listReadings(readings)}`,
          `“${claim.quote}”, but the table has ${listReadings(readings)}`,
        ),
        cells: keysOf(readings),
        expected: first.value,
        actual: 0,
        related: relatedOf(readings),
        table: first.table.spec.id,
      };
    }
  },
  fixes(context, finding) {
    const claim = claimAt(nonesOf(context), finding.span);
    const [only, more] = claim ? countedIn(context, claim) : [];
    return only && !more ? cellFix(only, 0) : [];
  },
};

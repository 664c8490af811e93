/** A number in the prose is not the table's, in any way to read it (statute: prose against the tables). */

import { say } from '../../finding/finding.ts';
import type { Context, Draft, Rule } from '../../finding/rule.ts';
import type { CountClaim } from '../../prose/claims/claim.ts';
import { claimsOf } from '../../prose/claims.ts';
import { cellFix, claimAt, keysOf, listReadings, proseFixes, type Reading, readingsOf, relatedOf } from '../readings.ts';

/** None of a whole is not said of a part of it: 行政诉讼 0 件 speaks of all. */
const isPartOf = (part: Reading, whole: Reading): boolean =>
  part.terms.length < whole.terms.length && part.terms.every(({ cell }) => whole.terms.some((term) => term.cell === cell));

function agrees({ value, step }: CountClaim, reading: Reading, first: Reading): boolean {
  if (value === 0 && isPartOf(reading, first)) return false;
  return step > 1 ? Math.abs(value - reading.value) < step : value === reading.value;
}

const countsOf = ({ document, report }: Context): CountClaim[] => claimsOf(document, report).filter((claim) => claim.kind === 'count');

export const proseCountMismatch: Rule = {
  meta: {
    id: 'prose-count-mismatch',
    severity: 'warning',
    weakened: 'information',
    fixable: ['manual'],
    summary: say('正文中的件数与表格不一致', 'A number in the text is not the table’s'),
    basis: say(
      '国办公开办函〔2019〕60号、〔2021〕30号：年度报告的文字与表格说的是同一年的同一件事',
      'The notices 国办公开办函〔2019〕60号 and 〔2021〕30号: text and tables report the same year',
    ),
    since: '0.1.0',
  },
  *check(context): Iterable<Draft> {
    for (const claim of countsOf(context)) {
      const readings = readingsOf(context.report, claim.measure);
      const [first] = readings ?? [];
      if (!readings || !first || readings.some((reading) => agrees(claim, reading, first))) continue;
      yield {
        span: claim.span,
        ...(claim.weak ? { severity: 'information' } : {}),
        message: say(
          `正文“${claim.quote}”与表格不一致：${listReadings(readings)}`,
          `“${claim.quote}” is not what the table says: ${listReadings(readings)}`,
        ),
        cells: keysOf([first]),
        expected: first.value,
        actual: claim.value,
        related: relatedOf(readings),
        table: first.table.spec.id,
      };
    }
  },
  fixes(context, finding) {
    const claim = claimAt(countsOf(context), finding.span);
    const readings = claim && readingsOf(context.report, claim.measure);
    if (!claim || !readings) return [];
    const values = readings.map(({ value }) => value).filter((value) => value >= 0);
    return [...proseFixes(context.document.text, claim.span, values), ...cellFix(readings[0] as Reading, claim.value)];
  },
};

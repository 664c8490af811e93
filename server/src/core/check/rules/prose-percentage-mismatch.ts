/** A share in the prose (占 57.1%) follows neither from the table nor from the counts that the prose names. */

import { say } from '../../finding/finding.ts';
import type { Context, Draft, Rule } from '../../finding/rule.ts';
import type { PercentClaim } from '../../prose/claims/claim.ts';
import { claimsOf } from '../../prose/claims.ts';
import { phrasesOf } from '../../prose/phrases.ts';
import { claimAt, keysOf, proseFixes, type Reading, readingsOf, relatedOf } from '../readings.ts';

const percentagesOf = ({ document, report }: Context): PercentClaim[] =>
  claimsOf(document, report).filter((claim) => claim.kind === 'percent');

interface Judged {
  readonly due: string;
  readonly readings: readonly Reading[];
  readonly base: Reading;
}

/** What the share should be, or `null` where it holds in some way or cannot be judged. */
function judge({ report }: Context, claim: PercentClaim): Judged | null {
  const parts = readingsOf(report, claim.measure);
  const { table, rows, columns } = claim.measure;
  const { wholeRows = [], wholeColumns = [], partRows = [] } = phrasesOf().tables.get(table) ?? {};
  const sameRows = readingsOf(report, { table, rows, columns: wholeColumns }) ?? [];
  const sameColumns = readingsOf(report, { table, rows: wholeRows, columns }) ?? [];
  const all = readingsOf(report, { table, rows: wholeRows, columns: wholeColumns }) ?? [];
  const [part] = parts ?? [];
  const others = claim.count === null ? (readingsOf(report, { table, rows: partRows, columns: [...wholeColumns, ...columns] }) ?? []) : [];
  const bases = [...all, ...sameRows, ...sameColumns, ...others].filter(({ value }) => value > 0);
  const base = all[0] ?? sameRows[0];
  if (!parts || !part || !base || base.value <= 0) return null;
  const wholes = [...bases.map(({ value }) => value), ...claim.wholes];
  const counts = claim.count === null ? parts.map(({ value }) => value) : [claim.count];
  const unit = 10 ** -claim.decimals * (claim.vague ? 2 : 1);
  // Rounded or cut off: both are found in good reports.
  const holds = (count: number, whole: number): boolean => Math.abs((100 * count) / whole - claim.value) < unit + 1e-9;
  if (counts.some((count) => wholes.some((whole) => whole > 0 && holds(count, whole)))) return null;
  const due = ((100 * (claim.count ?? part.value)) / base.value).toFixed(claim.decimals);
  return { due, readings: parts, base };
}

export const prosePercentageMismatch: Rule = {
  meta: {
    id: 'prose-percentage-mismatch',
    severity: 'warning',
    weakened: 'information',
    fixable: ['manual'],
    summary: say('正文中的百分比与件数不符', 'A percentage in the text does not follow from the counts'),
    basis: say(
      '国办公开办函〔2019〕60号、〔2021〕30号：占比 = 该项件数 ÷ 办理结果总计（或收到总数）',
      'The notices 国办公开办函〔2019〕60号 and 〔2021〕30号: a share is the count divided by all outcomes, or by all received',
    ),
    since: '0.1.0',
  },
  *check(context): Iterable<Draft> {
    for (const claim of percentagesOf(context)) {
      const judged = judge(context, claim);
      if (!judged) continue;
      const { due, readings, base } = judged;
      const count = claim.count ?? readings[0]?.value;
      yield {
        span: claim.span,
        ...(claim.weak ? { severity: 'information' } : {}),
        message: say(`正文“${claim.quote}”：${count} ÷ ${base.value} = ${due}%`, `“${claim.quote}”: ${count} ÷ ${base.value} = ${due}%`),
        cells: keysOf([readings[0] as Reading, base]),
        expected: Number(due),
        actual: claim.value,
        related: relatedOf([readings[0] as Reading, base]),
        table: base.table.spec.id,
      };
    }
  },
  fixes(context, finding) {
    const claim = claimAt(percentagesOf(context), finding.span);
    const judged = claim && judge(context, claim);
    return judged ? proseFixes(context.document.text, claim.span, [judged.due]) : [];
  },
};

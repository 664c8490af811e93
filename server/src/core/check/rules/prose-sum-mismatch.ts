/** A list in the prose that names all parts of a total does not add up to it (共 467 条，其中 … 其他 95 条). */

import { say } from '../../finding/finding.ts';
import type { Context, Draft, Rule } from '../../finding/rule.ts';
import type { ListClaim } from '../../prose/claims/claim.ts';
import { claimsOf } from '../../prose/claims.ts';
import { proseFixes } from '../readings.ts';

const listsOf = ({ document, report }: Context): ListClaim[] => claimsOf(document, report).filter((claim) => claim.kind === 'list');

export const proseSumMismatch: Rule = {
  meta: {
    id: 'prose-sum-mismatch',
    severity: 'warning',
    weakened: 'information',
    fixable: ['manual'],
    summary: say('正文中各项之和不等于总数', 'A list in the text does not add up to its total'),
    basis: say(
      '《政府信息公开条例》第五十条：年度报告如实反映各项数量',
      'Article 50 of the Regulations: the report gives the numbers as they are',
    ),
    since: '0.1.0',
  },
  *check(context): Iterable<Draft> {
    for (const { total, parts, sum, weak } of listsOf(context)) {
      const addends = parts.map(({ value }) => value).join('＋');
      yield {
        span: total.span,
        ...(weak ? { severity: 'information' } : {}),
        message: say(
          `正文总数 ${total.value} ≠ 所列各项之和 ${sum}（${addends}）`,
          `Total ${total.value} in the text ≠ sum of the parts listed ${sum} (${addends})`,
        ),
        cells: [],
        expected: sum,
        actual: total.value,
        related: parts.map(({ span, value }) => ({ span, message: say(`其中 ${value}`, `part: ${value}`) })),
      };
    }
  },
  fixes(context, finding) {
    const list = listsOf(context).find(({ total }) => total.span.start === finding.span.start);
    return list ? proseFixes(context.document.text, list.total.span, [list.sum]) : [];
  },
};

/** A number is ten times last year's, or a tenth: 元 for 万元, or a digit too many. */
import { say } from '../../finding/finding.ts';
import { cellName } from '../../finding/names.ts';
import type { Draft, Rule } from '../../finding/rule.ts';
import { isComparable, numberAt, tableIn } from '../../library/digest.ts';
import type { BoundTable } from '../../report/report.ts';
import { yearOf } from '../last-year.ts';

const FACTOR = 10;
// 元 for 万元 is 10,000 times as much; prices do not change as fast, but what there was little of may.
const UNIT_FACTOR = 1000;
/** Small numbers jump: the larger one has at least so much, and a count of items had at least `few` before. */
const LARGE = { decimal: 100, integer: 1000 } as const;
const FEW = { decimal: 0, integer: 10 } as const;

/** Numbers that no sum and no number of last year vouches for, with the kinds of number that may jump. */
function* unvouched({ cells, spec }: BoundTable) {
  const known = new Set(spec.succession.flatMap(({ steps }) => steps.flatMap(({ cell, plus, minus }) => [cell, ...plus, ...minus])));
  for (const cell of cells) {
    if (!cell || !isComparable(cell) || cell.spec.number === 'signed') continue;
    if (spec.relationsOf[cell.spec.index]?.length === 0 && !known.has(cell.spec.index)) yield { cell, kind: cell.spec.number };
  }
}

export const tenfoldChange: Rule = {
  meta: {
    id: 'tenfold-change',
    severity: 'information',
    fixable: [],
    summary: say('数字是上年的十倍以上或不足十分之一', 'A number is ten times last year’s, or a tenth of it'),
    basis: say(
      '国办公开办函〔2021〕30号所附格式：收费金额以万元为单位',
      'The form of the notice 国办公开办函〔2021〕30号: fees are in units of 10,000 yuan',
    ),
    since: '0.1.0',
  },
  *check({ report, siblings: { previous } }): Iterable<Draft> {
    if (!previous) return;
    for (const table of report.tables) {
      const last = tableIn(previous, table.spec.id);
      if (!last || last.edition !== table.form.id) continue;
      for (const { cell, kind } of unvouched(table)) {
        const before = numberAt(last, cell.spec.key);
        const value = cell.value ?? 0;
        if (!before || before.value <= 0 || value <= 0) continue;
        const [less, more] = value < before.value ? [value, before.value] : [before.value, value];
        if (more < less * FACTOR || more < LARGE[kind] || less < FEW[kind]) continue;
        const times = Number((more / less).toPrecision(2)).toLocaleString('en-US');
        const year = yearOf(previous);
        const mayBeUnit = kind === 'decimal' && more >= less * UNIT_FACTOR;
        const ask = mayBeUnit ? say('，是否单位有误（元、万元）？', '; is the unit wrong (元, 万元)?') : say('', '');
        yield {
          span: cell.span,
          message:
            value > before.value
              ? say(
                  `${cellName(cell.spec)} ${value} 是 ${year['zh-cn']} ${before.value} 的 ${times} 倍${ask['zh-cn']}`,
                  `${cellName(cell.spec)}: ${value} is ${times} times the ${before.value} of ${year.en}${ask.en}`,
                )
              : say(
                  `${cellName(cell.spec)} ${value} 只有 ${year['zh-cn']} ${before.value} 的 ${times} 分之一${ask['zh-cn']}`,
                  `${cellName(cell.spec)}: ${value} is 1/${times} of the ${before.value} of ${year.en}${ask.en}`,
                ),
          cells: [cell.spec.key],
          actual: value,
          related: [
            {
              path: previous.path,
              range: before.range,
              message: say(`${year['zh-cn']}：${before.name} = ${before.value}`, `${year.en}: ${before.name} = ${before.value}`),
            },
          ],
          table: table.spec.id,
        };
      }
    }
  },
};

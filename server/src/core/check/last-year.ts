/** What the two rules about numbers that follow from last year's share: the steps that do not hold, and the fix. */
import { effect, withBroken } from '../diagnosis/effect.ts';
import type { Fix, Localized, Related } from '../finding/finding.ts';
import { say } from '../finding/finding.ts';
import { brief, cellName, columnLabel, rowLabel } from '../finding/names.ts';
import type { Context } from '../finding/rule.ts';
import { writeCells } from '../fix/write-cell.ts';
import { type Digest, type Known, numberAt, tableIn } from '../library/digest.ts';
import { type BoundCell, type BoundTable, type Report, tableOf, valuesOf } from '../report/report.ts';
import type { Step, Succession } from '../statute/succession.ts';
import { sumOf } from '../text/amounts.ts';

/** A number of this year that is not what last year's numbers make of it. */
export interface Break {
  readonly cell: BoundCell;
  readonly expected: number;
  readonly actual: number;
  readonly step: Step;
  readonly before: readonly Known[];
}

/** The steps of one row that do not hold. */
export interface BrokenSuccession {
  readonly table: BoundTable;
  readonly succession: Succession;
  readonly previous: Digest;
  readonly breaks: readonly Break[];
}

/** Steps with a blank or unreadable number on either side are not judged, nor are tables of forms that cannot be compared. */
export function* brokenSuccessions({ report, siblings: { previous } }: Context, rule: string): Iterable<BrokenSuccession> {
  if (!previous) return;
  for (const table of report.tables) {
    const last = tableIn(previous, table.spec.id);
    if (!last) continue;
    const values = valuesOf(table);
    for (const succession of table.spec.succession) {
      if (succession.rule !== rule || !succession.editions.includes(last.edition)) continue;
      const breaks = succession.steps.flatMap((step): Break[] => {
        const before = step.before.map((key) => numberAt(last, key)).filter((known) => known !== null);
        const [cell, actual] = [table.cells[step.cell], values[step.cell]];
        const own = [...step.plus.map((one) => values[one] ?? Number.NaN), ...step.minus.map((one) => -(values[one] ?? Number.NaN))];
        if (!cell || actual == null || before.length < step.before.length || own.some(Number.isNaN)) return [];
        const expected = sumOf([...before.map(({ value }) => value), ...own]);
        return expected === actual ? [] : [{ cell, expected, actual, step, before }];
      });
      if (breaks.length > 0) yield { table, succession, previous, breaks };
    }
  }
}

export const yearOf = ({ year }: Digest): Localized => say(`${year} 年度`, `${year}`);

/** `一、…·自然人 = 3（2022 年度）`: last year's numbers, in last year's file. */
export const relatedBefore = ({ breaks, previous }: BrokenSuccession): Related[] =>
  breaks.flatMap(({ before }) =>
    before.map(({ value, range, name }) => ({
      path: previous.path,
      range,
      message: say(`${yearOf(previous)['zh-cn']}：${name} = ${value}`, `${yearOf(previous).en}: ${name} = ${value}`),
    })),
  );

// What may change a unit's numbers between two years without an error of anybody.
const REORGANISED = /机构改革|机构调整|职[能责](?:调整|整合|划[转入出])|划转|撤并|合并|更名|新组建|挂牌成立|区划调整/;

/** Whether the report says that its unit is not what it was last year: what it took over it may have been carried forward by another. */
export function isReorganised({ document: { text } }: Context, { sections, span }: Report): boolean {
  const first = sections[0];
  return REORGANISED.test(text.slice(span.start, first ? first.span.end : span.end));
}

/** Writes what follows from last year's numbers into the cells of the finding; nothing where a count would be negative. */
export function carryFix({ report }: Context, tableId: string | undefined, keys: readonly string[], due: readonly number[]): Fix[] {
  const table = tableOf(report, tableId ?? '');
  const cells = keys.map((key) => table?.cells.find((cell) => cell?.spec.key === key));
  if (!table || cells.some((cell) => !cell) || due.length < keys.length || due.some((value) => value < 0)) return [];
  const found = cells as readonly BoundCell[];
  if (found.some(({ placeless }) => placeless)) return [];
  const changes = new Map(found.map(({ spec }, index) => [spec.index, due[index] as number]));
  const { broken, failing } = effect(table, valuesOf(table), changes);
  const harm = [...broken, ...failing];
  const list = found.map(({ spec, value }, index) => `${columnLabel(spec)} ${value} → ${due[index]}`);
  const [first] = found as [BoundCell];
  const title =
    found.length === 1
      ? say(
          `按上年数字改正 ${cellName(first.spec)}：${first.value} → ${due[0]}`,
          `Carry last year’s number over to ${cellName(first.spec)}: ${first.value} → ${due[0]}`,
        )
      : say(
          `按上年数字改正“${brief(rowLabel(first.spec))}”：${list.join('，')}`,
          `Carry last year’s numbers over to “${brief(rowLabel(first.spec))}”: ${list.join(', ')}`,
        );
  const written = writeCells(found.map((cell, index) => [cell, due[index] as number]));
  return [{ title: withBroken(title, harm, table), class: 'manual', preferred: false, breaks: harm.length, ...written }];
}

/** Numbers that the form allows and that are hardly ever right (statute: usually true). */

import { type Localized, say } from '../../finding/finding.ts';
import { brief, cellName, columnLabel, rowLabel } from '../../finding/names.ts';
import type { Context, Draft, Rule } from '../../finding/rule.ts';
import { type BoundCell, type BoundTable, valuesOf } from '../../report/report.ts';
import { unnumbered } from '../../statute/lexicon.ts';
import type { UsualData } from '../../statute/schema.ts';
import { sumOf } from '../../text/amounts.ts';
import { factsOf } from '../level.ts';

interface Odd {
  readonly cell: BoundCell;
  readonly others: readonly BoundCell[];
  readonly message: Localized;
}

type Cells = Pick<BoundTable, 'cells'>;

/** The cells of a row or of a column, as far as they have numbers; `null` where one is not to be had. */
function numbersOf({ cells }: Cells, keys: readonly string[], matches: (cell: BoundCell, key: string) => boolean): BoundCell[] | null {
  const found = keys.flatMap((key) => cells.filter((cell) => cell !== undefined && matches(cell, key)) as BoundCell[]);
  return found.length >= keys.length && found.every(({ state }) => state === 'number') ? found : null;
}

const sum = (cells: readonly BoundCell[]): number => sumOf(cells.map(({ value }) => value ?? 0));

/** `at-most` and `needs`: the columns of one row. */
function* oddRows(table: BoundTable, { kind, left, right = [] }: UsualData): Generator<Odd> {
  for (const line of table.rows) {
    if (!line || line.misfit !== null) continue;
    const inRow = (cell: BoundCell, key: string): boolean => cell.spec.columnKey === key;
    const [less, more] = [numbersOf(line, left, inRow), numbersOf(line, right, inRow)];
    const [first] = less ?? [];
    const [other] = more ?? [];
    if (!less || !more || !first || !other) continue;
    const [a, b] = [sum(less), sum(more)];
    const odd = kind === 'needs' ? a > 0 && b === 0 : a > b;
    if (!odd) continue;
    const row = brief(rowLabel(first.spec));
    const [one, two] = [columnLabel(first.spec), columnLabel(other.spec)];
    yield {
      cell: first,
      others: more,
      message:
        kind === 'needs'
          ? say(`${row}：${one} ${a}，而${two}为 0，请核对`, `${row}: ${one} is ${a} while ${two} is 0; please check`)
          : say(`${row}：${one} ${a} 大于${two} ${b}，请核对`, `${row}: ${one} ${a} is more than ${two} ${b}; please check`),
    };
  }
}

/** `share`: rows or groups of one column beside another row. */
function* oddShares(table: BoundTable, { left, right = [], column, share = 1, least = 1 }: UsualData): Generator<Odd> {
  const own = { cells: table.cells.filter((cell) => cell?.spec.columnKey === column) };
  const inRow = ({ spec }: BoundCell, key: string): boolean => spec.rowKey === key || spec.row.groups.includes(key);
  const [parts, whole] = [numbersOf(own, left, inRow), numbersOf(own, right, inRow)];
  const [a, b] = [sum(parts ?? []), sum(whole ?? [])];
  const largest = parts?.reduce((best, cell) => ((cell.value ?? 0) > (best.value ?? 0) ? cell : best));
  if (!parts || !whole || !largest || a < least || a <= share * b) return;
  const group = table.spec.data.blocks.flatMap(({ groups }) => left.flatMap((key) => groups?.[key]?.label ?? []))[0];
  const name = group ?? brief(rowLabel(largest.spec));
  const all = whole.map(({ spec }) => unnumbered(rowLabel(spec))).join('＋');
  const percent = `${Math.round(share * 100)}%`;
  yield {
    cell: largest,
    others: whole,
    message: say(
      `${name}共 ${a} 件，占${all} ${b} 件的${share === 0.5 ? '一半' : percent}以上，请核对`,
      `${name}: ${a} of ${b} in all, more than ${share === 0.5 ? 'half' : percent}; please check`,
    ),
  };
}

/** 立法法: 规章 are made by departments of the State Council, provinces and cities with districts. */
function* oddPowers(table: BoundTable, { left }: UsualData, { report, settings }: Context): Generator<Odd> {
  if (factsOf(report, settings)?.mayMakeRegulations !== false) return;
  const [who, body] = report.unit === null ? ['本单位', 'the body'] : [report.unit, report.unit];
  for (const key of left) {
    const counted = table.cells.find((cell) => cell?.spec.rowKey === key && cell.state === 'number' && (cell.value ?? 0) > 0);
    if (!counted) continue;
    const name = cellName(counted.spec);
    yield {
      cell: counted,
      others: [],
      message: say(
        `${name} ${counted.value}：${who}没有制定${brief(rowLabel(counted.spec))}的权限，请核对`,
        `${name} is ${counted.value}, and ${body} has no power to make them; please check`,
      ),
    };
  }
}

function* oddNumbers(context: Context, table: BoundTable): Generator<Odd> {
  for (const usual of table.spec.data.usually ?? []) {
    if (usual.kind === 'share') yield* oddShares(table, usual);
    else if (usual.kind === 'power') yield* oddPowers(table, usual, context);
    else yield* oddRows(table, usual);
  }
}

export const implausibleNumber: Rule = {
  meta: {
    id: 'implausible-number',
    severity: 'information',
    fixable: [],
    summary: say('数字合乎格式，但不合常理', 'A number that the form allows and that is hardly ever right'),
    basis: say(
      '国办公开办函〔2019〕60号、〔2021〕30号所附格式各栏的含义；《立法法》关于规章制定权的规定',
      'What the columns of the form mean (国办公开办函〔2019〕60号, 〔2021〕30号); the Legislation Law on who makes 规章',
    ),
    since: '0.1.0',
  },
  *check(context): Iterable<Draft> {
    for (const table of context.report.tables) {
      if (table.scrambled || valuesOf(table).length === 0) continue;
      // One word on a row is enough.
      const spoken = new Set<string>();
      for (const { cell, others, message } of oddNumbers(context, table)) {
        if (spoken.has(cell.spec.rowKey)) continue;
        spoken.add(cell.spec.rowKey);
        yield {
          span: cell.span,
          message,
          cells: [cell.spec.key, ...others.map(({ spec }) => spec.key)],
          related: others.map(({ span, spec, value }) => ({
            span,
            message: say(`${cellName(spec)} = ${value}`, `${cellName(spec)} = ${value}`),
          })),
          table: table.spec.id,
        };
      }
    }
  },
};

/** An aggregate report is the sum of its members' reports, and never less than that of some of them. */
import { type Localized, type Related, say } from '../../finding/finding.ts';
import { cellName, listCells, tableTitle } from '../../finding/names.ts';
import type { Draft, Rule } from '../../finding/rule.ts';
import { type Digest, isComparable, type Known, numberAt, tableIn } from '../../library/digest.ts';
import { isPattern, type Members } from '../../library/siblings.ts';
import type { BoundCell, BoundTable } from '../../report/report.ts';
import { sumOf } from '../../text/amounts.ts';

interface Part extends Known {
  readonly member: Digest;
}

interface Miss {
  readonly cell: BoundCell;
  readonly actual: number;
  /** The sum of the members that are known. */
  readonly due: number;
  /** `all`: nothing else may be added up. `less`: others cannot make it less. `more`: others may make it right. */
  readonly kind: 'all' | 'less' | 'more';
  readonly parts: readonly Part[];
}

// More rows than this do not add up: not slips in cells, but other members than those that were added up.
const MOST_ROWS = 5;
const MOST_RELATED = 12;

/** A 政府办公厅（室） reports for itself alone, whatever stands below it (statute §6). */
const isOffice = (unit: string | null): boolean => /办公[厅室]$/.test(unit ?? '');

function missAt(cell: BoundCell, members: Members, table: string): Miss | null {
  if (!isComparable(cell) || cell.value === null) return null;
  const actual = cell.value;
  const { reports, absent, doubtful } = members;
  const parts = reports.flatMap((member): Part[] => {
    const known = tableIn(member, table);
    const number = known && numberAt(known, cell.spec.key);
    return number ? [{ ...number, member }] : [];
  });
  // Amounts are rounded in every report.
  const slack = cell.spec.number === 'decimal' ? 0.01 * (parts.length + 1) : 0;
  const due = sumOf(parts.map(({ value }) => value));
  const beyond = sumOf([due, -actual]);
  if (Math.abs(beyond) <= slack) return null;
  const isEach = parts.length === reports.length && !doubtful;
  if (isEach && absent.length === 0) return { cell, actual, due, kind: 'all', parts };
  if (cell.spec.number === 'signed') return null;
  if (beyond > 0) return { cell, actual, due, kind: 'less', parts };
  // A pattern may stand for nobody; a name is that of somebody.
  return isEach && absent.every(isPattern) ? { cell, actual, due, kind: 'more', parts } : null;
}

/** The cells that do not add up, by row. */
function missesOf(table: BoundTable, members: Members): Miss[][] {
  const rows = table.rows.map((line) =>
    (line?.cells ?? []).map((cell) => missAt(cell, members, table.spec.id)).filter((miss) => miss !== null),
  );
  return rows.filter((row) => row.length > 0);
}

const relatedTo = (misses: readonly Miss[]): Related[] =>
  misses
    .flatMap(({ parts }) => parts)
    .filter(({ value }) => value !== 0)
    .slice(0, MOST_RELATED)
    .map(({ member, name, value, range }) => {
      const message = `${member.name ?? member.path}：${name} = ${value}`;
      return { path: member.path, range, message: say(message, message.replace('：', ': ')) };
    });

const WORDS: Readonly<Record<Miss['kind'], (actual: number, due: number) => Localized>> = {
  all: (actual, due) => say(`${actual} ≠ 各成员单位之和 ${due}`, `${actual} ≠ sum of the members ${due}`),
  less: (actual, due) => say(`${actual} 小于已知各成员单位之和 ${due}`, `${actual} is less than the members that are known, ${due}`),
  more: (actual, due) =>
    say(
      `${actual} ≠ 已知各成员单位之和 ${due}，有的成员没有年报`,
      `${actual} ≠ sum of the members that are known ${due}; some have no report here`,
    ),
};

/** What other members may still make right only wants a look. */
const weaknessOf = (misses: readonly Miss[]): Pick<Draft, 'severity'> =>
  misses.every(({ kind }) => kind === 'more') ? { severity: 'information' } : {};

/** One finding for a row, at its first cell. */
function rowDraft(row: readonly Miss[], table: BoundTable): Draft {
  const { cell, actual, due, kind } = row.find((miss) => miss.kind !== 'more') ?? (row[0] as Miss);
  const more = row.length > 1 ? say(`（同行另有 ${row.length - 1} 格）`, ` (and ${row.length - 1} more of the row)`) : say('', '');
  const name = cellName(cell.spec);
  const words = WORDS[kind](actual, due);
  return {
    ...weaknessOf(row),
    span: cell.span,
    message: say(`${name} ${words['zh-cn']}${more['zh-cn']}`, `${name} ${words.en}${more.en}`),
    cells: [cell, ...row.map((miss) => miss.cell).filter((other) => other !== cell)].map(({ spec }) => spec.key),
    ...(kind === 'all' ? { expected: due } : {}),
    actual,
    related: relatedTo(row),
    table: table.spec.id,
  };
}

function tableDraft(rows: readonly (readonly Miss[])[], table: BoundTable): Draft {
  const misses = rows.flat();
  const specs = misses.map(({ cell }) => cell.spec);
  return {
    ...weaknessOf(misses),
    span: table.head,
    message: say(
      `${tableTitle(table)['zh-cn']}有 ${rows.length} 行与各成员单位不符，请核对成员名单：${listCells(specs, 'zh-cn')}`,
      `${rows.length} rows of this table are not what the members make of them; are these the members? ${listCells(specs, 'en')}`,
    ),
    cells: specs.map(({ key }) => key),
    related: relatedTo(misses),
    table: table.spec.id,
  };
}

export const aggregateMismatch: Rule = {
  meta: {
    id: 'aggregate-mismatch',
    severity: 'warning',
    weakened: 'information',
    fixable: [],
    summary: say('汇总年报与各成员单位年报之和不符', 'An aggregate report is not the sum of its members’ reports'),
    basis: say(
      '《政府信息公开条例》第四十九条：县级以上地方人民政府公布本级政府的年度报告',
      'Regulations on Open Government Information, article 49: local governments from the county upward report for the whole of their level',
    ),
    since: '0.1.0',
  },
  *check({ report, siblings: { members } }): Iterable<Draft> {
    if (!members || members.reports.length === 0 || isOffice(report.unit)) return;
    for (const table of report.tables) {
      const rows = missesOf(table, members);
      if (rows.length > MOST_ROWS) yield tableDraft(rows, table);
      else for (const row of rows) yield rowDraft(row, table);
    }
  },
};

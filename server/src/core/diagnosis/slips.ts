/** The slip of the hand that may have caused a wrong number. It ranks repairs and is named in messages; it proves nothing. */

import { type Localized, say } from '../finding/finding.ts';
import type { CellSpec, TableForm } from '../statute/form.ts';
import type { Values } from '../statute/relations.ts';
import type { Change } from './localise.ts';

export interface Slip {
  readonly name: Localized;
  /** How much it speaks for a repair. */
  readonly weight: number;
}

interface Known {
  readonly cell: CellSpec;
  readonly from: number;
  readonly to: number;
}

/** The table around a change, and whether a cell is written in full-width digits. */
export interface Surroundings {
  readonly form: TableForm;
  readonly values: Values;
  readonly isWide: (cell: number) => boolean;
}

type Test<T> = (changed: T, around: Surroundings) => boolean;

const digits = (value: number): string => String(value);
const sorted = (value: number): string => [...digits(value)].sort().join('');
/** Whether `long` is `short` with one more digit. */
function hasOneMore(long: string, short: string): boolean {
  if (long.length !== short.length + 1) return false;
  let at = 0;
  while (at < short.length && long[at] === short[at]) at++;
  return long.slice(at + 1) === short.slice(at);
}
const isDoubled = (long: string, short: string): boolean => hasOneMore(long, short) && /(\d)\1/.test(long);
const isTimes = (factor: number, a: number, b: number): boolean => a !== 0 && b !== 0 && (a === b * factor || b === a * factor);

/** The cells beside, above and below, in rows of the same width. */
function neighbours({ row: line, index }: CellSpec, { rows: lines }: TableForm): number[] {
  const at = line.cells.findIndex((cell) => cell.index === index);
  const beside = [line.cells[at - 1], line.cells[at + 1]];
  const rows = [lines[line.index - 1], lines[line.index + 1]].filter((row) => row?.cells.length === line.cells.length);
  return [...beside, ...rows.map((row) => row?.cells[at])].flatMap((cell) => (cell ? [cell.index] : []));
}

/** Slips in one cell, the most telling first. */
const IN_ONE: readonly (Slip & { readonly test: Test<Known> })[] = [
  {
    name: say('疑似数字颠倒', 'digits swapped?'),
    weight: 5,
    test: ({ from, to }) =>
      from !== to && digits(from).length > 1 && digits(from).length === digits(to).length && sorted(from) === sorted(to),
  },
  {
    name: say('疑似元、万元之误', '元 for 万元?'),
    weight: 5,
    test: ({ from, to }) => isTimes(10_000, from, to),
  },
  {
    name: say('疑似多写或漏写一个 0', 'a 0 too many or too few?'),
    weight: 5,
    test: ({ from, to }) => isTimes(10, from, to),
  },
  {
    name: say('疑似数字重复', 'a digit doubled?'),
    weight: 4,
    test: ({ from, to }) => isDoubled(digits(from), digits(to)),
  },
  {
    name: say('疑似漏写一位数字', 'a digit dropped?'),
    weight: 4,
    test: ({ from, to }) => from !== 0 && hasOneMore(digits(to), digits(from)),
  },
  {
    name: say('疑似多写一位数字', 'a digit too many?'),
    weight: 4,
    test: ({ from, to }) => to !== 0 && hasOneMore(digits(from), digits(to)),
  },
  {
    name: say('疑似抄了相邻格的数字', 'the number of a neighbouring cell?'),
    weight: 3,
    test: ({ cell, from }, { form, values }) => from !== 0 && neighbours(cell, form).some((other) => values[other] === from),
  },
  {
    name: say('该格使用了全角数字', 'written in full-width digits'),
    weight: 3,
    test: ({ cell }, { isWide }) => isWide(cell.index),
  },
  {
    name: say('疑似写错一位数字', 'one digit wrong?'),
    weight: 1,
    test: ({ from, to }) => {
      const [a, b] = [digits(from), digits(to)];
      return a.length > 1 && a.length === b.length && [...a].filter((digit, at) => digit !== b[at]).length === 1;
    },
  },
];

const moves = ([a, b]: readonly [Known, Known]): boolean => a.from - a.to === b.to - b.from && (a.from * b.from === 0 || a.from === b.to);

/** Slips that change two cells at once. */
const IN_TWO: readonly (Slip & { readonly test: Test<readonly [Known, Known]> })[] = [
  {
    name: say('疑似填错列', 'written into the wrong column?'),
    weight: 6,
    test: (pair) => pair[0].cell.row === pair[1].cell.row && moves(pair),
  },
  {
    name: say('疑似填错行', 'written into the wrong row?'),
    weight: 6,
    test: (pair) => pair[0].cell.columnKey === pair[1].cell.columnKey && moves(pair),
  },
];

/** The most telling slip that explains the change of one cell, or of two together. */
export function slipOf(changes: readonly Change[], around: Surroundings): Slip | null {
  const known = changes.flatMap(({ cell, from, to }): Known[] => {
    const spec = around.form.cells[cell];
    return spec && to !== null ? [{ cell: spec, from, to }] : [];
  });
  const [first, second] = known;
  if (!first || known.length < changes.length) return null;
  if (!second) return IN_ONE.find(({ test }) => test(first, around)) ?? null;
  return known.length === 2 ? (IN_TWO.find(({ test }) => test([first, second], around)) ?? null) : null;
}

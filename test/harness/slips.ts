/** Slips of the hand on the values of a table, as clerks make them; each says which cells it changed. */
import type { CellSpec, TableForm } from '../../server/src/core/statute/form.ts';

type Draw = (most: number) => number;
/** The values of a table by cell index. */
type Numbers = readonly number[];

/** Wrong values for one number: digits swapped, dropped, doubled, a 0 more or less, one digit wrong, a neighbour’s value. */
export function wrongValues(form: TableForm, values: Numbers, cell: CellSpec): number[] {
  const value = values[cell.index] ?? 0;
  const digits = String(value);
  const at = cell.row.cells.findIndex(({ index }) => index === cell.index);
  const below = form.rows[cell.row.index + 1]?.cells[at];
  const near = [cell.row.cells[at - 1], cell.row.cells[at + 1], below].flatMap((other) => (other ? [values[other.index] ?? 0] : []));
  const swapped = [...digits].reverse().join('');
  const wrong = [swapped, digits.slice(1), digits.slice(0, -1), digits + digits.slice(-1), `${digits}0`, `1${digits}`].map(Number);
  return [...new Set([...wrong, ...near, value + 1, Math.max(0, value - 1), value + 10])].filter((other) => other !== value);
}

const pick = <T>(from: readonly T[], draw: Draw): T => from[draw(from.length - 1)] as T;

function withSlips(form: TableForm, values: Numbers, cells: readonly CellSpec[], draw: Draw): number[] {
  const wrong = [...values];
  for (const cell of cells) wrong[cell.index] = pick(wrongValues(form, values, cell), draw);
  return wrong;
}

function several(count: number, from: readonly CellSpec[], draw: Draw): CellSpec[] {
  const chosen = new Set<CellSpec>();
  while (chosen.size < count) chosen.add(pick(from, draw));
  return [...chosen];
}

/** A wrong table by the kind of its errors. */
export const ERRORS: Readonly<Record<string, (form: TableForm, values: Numbers, draw: Draw) => number[]>> = {
  'one cell': (form, values, draw) => withSlips(form, values, several(1, form.cells, draw), draw),
  'two cells': (form, values, draw) => withSlips(form, values, several(2, form.cells, draw), draw),
  'two cells of one row': (form, values, draw) => withSlips(form, values, several(2, pick(form.rows, draw).cells, draw), draw),
  'two cells of one column': (form, values, draw) => {
    const { columnKey: column } = pick(form.cells, draw);
    return withSlips(
      form,
      values,
      several(
        2,
        form.cells.filter((cell) => cell.columnKey === column),
        draw,
      ),
      draw,
    );
  },
  'a value in another applicant column': (form, values, draw) => {
    const filled = form.cells.filter(({ index, columnKey: column }) => (values[index] ?? 0) > 0 && column !== 'total');
    const from = filled.length > 0 ? pick(filled, draw) : undefined;
    if (!from) return [...values];
    const to = pick(
      from.row.cells.filter(({ index, columnKey: column }) => index !== from.index && column !== 'total'),
      draw,
    );
    const wrong = [...values];
    wrong[to.index] = (values[to.index] ?? 0) + (values[from.index] ?? 0);
    wrong[from.index] = 0;
    return wrong;
  },
  'three cells': (form, values, draw) => withSlips(form, values, several(3, form.cells, draw), draw),
  'a row shifted to the right': (form, values, draw) => {
    const { cells } = pick(form.rows, draw);
    const wrong = [...values];
    for (const [at, { index }] of cells.entries()) wrong[index] = at === 0 ? 0 : (values[(cells[at - 1] as CellSpec).index] ?? 0);
    return wrong;
  },
  'a row swapped with 一, 二, 四 or （七）': (form, values, draw) => {
    const ends = form.rows.filter(({ key }) => ['received', 'carriedOver', 'total', 'carriedForward'].includes(key));
    const a = pick(ends, draw);
    const b = pick(
      form.rows.filter((row) => row !== a),
      draw,
    );
    const wrong = [...values];
    for (const [at, { index }] of a.cells.entries()) {
      const other = (b.cells[at] as CellSpec).index;
      [wrong[index], wrong[other]] = [values[other] ?? 0, values[index] ?? 0];
    }
    return wrong;
  },
  'the six numbers of the next row': (form, values, draw) => {
    const at = draw(form.rows.length - 2);
    const [row, next] = [form.rows[at], form.rows[at + 1]];
    const wrong = [...values];
    for (const [column, { index }] of (row?.cells ?? []).slice(0, -1).entries())
      wrong[index] = values[next?.cells[column]?.index ?? -1] ?? 0;
    return wrong;
  },
  'everything at random': (form, _values, draw) => form.cells.map(() => draw(60)),
};

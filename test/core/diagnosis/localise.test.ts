/** Error localisation: against the search of all solutions in small tables, and over every cell of the statutory ones. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Change, determineBlanks, localise } from '../../../server/src/core/diagnosis/localise.ts';
import type { TableForm } from '../../../server/src/core/statute/form.ts';
import { type Relation, residual, type Values } from '../../../server/src/core/statute/relations.ts';
import { consistentValues, type EditionId, forms, seeded, zeros } from '../../harness/reports.ts';
import { ERRORS, wrongValues } from '../../harness/slips.ts';

const relation = (left: number[], right: number[]): Relation => ({
  index: 0,
  id: 'T',
  name: { 'zh-cn': '', en: '' },
  rule: 'test',
  each: 'row',
  left,
  right,
  terms: [...left.map((cell) => ({ cell, sign: 1 as const })), ...right.map((cell) => ({ cell, sign: -1 as const }))],
});

/** Two rows of two numbers with their totals: 0 1 | 2, 3 4 | 5, 6 7 | 8. */
const SMALL = [
  relation([2], [0, 1]),
  relation([5], [3, 4]),
  relation([8], [6, 7]),
  relation([6], [0, 3]),
  relation([7], [1, 4]),
  relation([8], [2, 5]),
];
const CELLS = [0, 1, 2, 3, 4, 5, 6, 7, 8];
const BOUND = 12;
const BUDGET = 20_000;

/** All ways to fill `open` so that every relation holds. */
function solutions(values: Values, open: readonly number[]): number[][] {
  const filled = values.map((value) => value ?? 0);
  const found: number[][] = [];
  const fill = (at: number): void => {
    if (at === open.length) {
      if (SMALL.every((one) => residual(one, filled) === 0)) found.push(open.map((cell) => filled[cell] as number));
      return;
    }
    for (let value = 0; value <= BOUND; value++) {
      filled[open[at] as number] = value;
      fill(at + 1);
    }
  };
  fill(0);
  return found;
}

const pairs = (cells: readonly number[]): number[][] => cells.flatMap((a, at) => cells.slice(at + 1).map((b) => [a, b]));

/** What `localise` should say for at most two cells, found by trying everything; `null` where more must change. */
function byTrying(values: Values): string[] | null {
  const blanks = CELLS.filter((cell) => values[cell] === null);
  const known = CELLS.filter((cell) => values[cell] !== null);
  for (const sets of [[[]], known.map((cell) => [cell]), pairs(known)]) {
    const repairs = sets.flatMap((set) => {
      const all = solutions(values, [...set, ...blanks]);
      const value = (at: number): string => (all.every((one) => one[at] === all[0]?.[at]) ? String(all[0]?.[at]) : '?');
      return all.length > 0 ? [set.map((cell, at) => `${cell}:${value(at)}`).join(' ')] : [];
    });
    if (repairs.length > 0) return repairs.sort();
  }
  return null;
}

const shown = (changes: readonly Change[]): string => changes.map(({ cell, to }) => `${cell}:${to ?? '?'}`).join(' ');

const BASE = fc.array(fc.nat(2), { minLength: 4, maxLength: 4 });

describe('localise', () => {
  const hits = fc.array(fc.record({ cell: fc.nat(8), value: fc.option(fc.nat(6), { nil: null }) }), { maxLength: 4 });

  it('finds the fewest cells and their values, as a search of everything does', () => {
    fc.assert(
      fc.property(BASE, hits, ([a = 0, b = 0, c = 0, d = 0], changed) => {
        const values: (number | null)[] = [a, b, a + b, c, d, c + d, a + c, b + d, a + b + c + d];
        for (const { cell, value } of changed) values[cell] = value;
        // The search of everything takes two blanks beside two changed cells.
        fc.pre(values.filter((value) => value === null).length <= 2);
        const result = localise(SMALL, values, { left: BUDGET });
        const expected = byTrying(values);
        if (expected === null) expect(result.kind === 'many' || (result.kind === 'repairs' && result.repairs[0]?.length === 3)).toBe(true);
        else if (expected[0] === '') expect(result.kind).toBe('consistent');
        else expect(result.kind === 'repairs' && result.repairs.map(shown).sort()).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('says so when its budget runs out', () => {
    const values = [1, 2, 9, 3, 4, 9, 9, 9, 1];
    expect(localise(SMALL, values, { left: 3 })).toEqual({ kind: 'exhausted' });
    expect(localise(SMALL, values, { left: BUDGET }).kind).not.toBe('exhausted');
  });
});

const sorted = (map: ReadonlyMap<number, number>): [number, number][] => [...map].sort((a, b) => a[0] - b[0]);

describe('determineBlanks', () => {
  it('fills the only unknown of a sum', () => {
    expect(sorted(determineBlanks([relation([0], [1, 2])], [7, null, 3]))).toEqual([[1, 4]]);
    expect(sorted(determineBlanks([relation([0], [1, 2])], [null, 4, 3]))).toEqual([[0, 7]]);
  });

  it('knows that a sum of 0 has only zeros', () => {
    expect(sorted(determineBlanks([relation([0], [1, 2])], [0, null, null]))).toEqual([
      [1, 0],
      [2, 0],
    ]);
  });

  it('leaves open what has more than one solution', () => {
    expect(sorted(determineBlanks([relation([0], [1, 2])], [5, null, null]))).toEqual([]);
    expect(sorted(determineBlanks([relation([0], [1, 2])], [null, null, 3]))).toEqual([]);
  });

  it('concludes nothing from a contradiction', () => {
    expect(sorted(determineBlanks([relation([0], [1]), relation([2], [3])], [1, 2, 4, null]))).toEqual([]);
    expect(sorted(determineBlanks([relation([0], [1, 2])], [3, 5, null]))).toEqual([]);
  });

  it('gives every blank its value, and only those, as a search of everything does', () => {
    fc.assert(
      fc.property(BASE, fc.uniqueArray(fc.nat(8), { minLength: 1, maxLength: 4 }), ([a = 0, b = 0, c = 0, d = 0], blanks) => {
        const values: (number | null)[] = [a, b, a + b, c, d, c + d, a + c, b + d, a + b + c + d];
        for (const cell of blanks) values[cell] = null;
        const all = solutions(values, blanks);
        const expected = blanks.flatMap((cell, at) => (all.every((one) => one[at] === all[0]?.[at]) ? [[cell, all[0]?.[at]]] : []));
        expect(new Map(determineBlanks(SMALL, values))).toEqual(new Map(expected as [number, number][]));
      }),
      { numRuns: 60 },
    );
  });
});

const table = (edition: EditionId, id = 'applications'): TableForm => forms[edition].tables.find((one) => one.id === id) as TableForm;
const numbersOf = (form: TableForm, values: ReadonlyMap<string, number>): number[] => form.cells.map(({ key }) => values.get(key) ?? 0);

/** Full tables, sparse ones, and one of zeros alone. */
const TABLES = (edition: EditionId): ReadonlyMap<string, number>[] => [
  zeros(edition),
  ...[1, 2].map((seed) => consistentValues(edition, seeded(seed))),
  ...[3, 4].map((seed) => {
    const draw = seeded(seed);
    return consistentValues(edition, (most) => (most > 3 && draw(5) > 0 ? 0 : draw(most)));
  }),
];

describe.each(['2021', '2019'] as const)('the application table of %s', (edition) => {
  const form = table(edition);

  it.each(TABLES(edition).map((values, index) => [index, values] as const))('names any one wrong cell of table %i', (_, values) => {
    const truth = numbersOf(form, values);
    for (const cell of form.cells) {
      for (const wrong of wrongValues(form, truth, cell)) {
        const changed = truth.with(cell.index, wrong);
        const result = localise(form.relations, changed, { left: BUDGET });
        expect(result).toEqual({ kind: 'repairs', repairs: [[{ cell: cell.index, from: wrong, to: truth[cell.index] }]] });
      }
    }
  });

  it('never mends two wrong cells in a wrong way, and lists the truth where it leaves them open', () => {
    const draw = seeded(11);
    const kinds = ['two cells', 'two cells of one row', 'two cells of one column', 'a value in another applicant column'];
    for (const kind of kinds) {
      for (let round = 0; round < 100; round++) {
        const truth = numbersOf(form, consistentValues(edition, seeded(round)));
        const wrong = ERRORS[kind]?.(form, truth, draw) ?? [];
        const expected = truth.flatMap((to, cell) => (wrong[cell] === to ? [] : [{ cell, from: wrong[cell], to }]));
        if (expected.length === 0) continue;
        const result = localise(form.relations, wrong, { left: BUDGET });
        expect(result.kind === 'repairs' && result.repairs).toContainEqual(expected);
      }
    }
  });

  it('works out a table full of random numbers within its budget', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const values = ERRORS['everything at random']?.(form, [], seeded(seed)) ?? [];
      expect(localise(form.relations, values, { left: BUDGET })).toEqual({ kind: 'many' });
    }
  });
});

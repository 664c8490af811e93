/** What arithmetic determines of a blank: checked against the search of all solutions. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { determineBlanks } from '../../server/src/core/check/localise.ts';
import type { Relation } from '../../server/src/core/statute/relations.ts';

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

  it('is right about every value that it names, in small systems', () => {
    const values = fc.array(fc.option(fc.nat(3), { nil: null }), { minLength: 4, maxLength: 4 });
    const relations = [relation([0], [1, 2]), relation([3], [1, 2]), relation([0, 1], [2, 3])];
    const holds = (cells: readonly number[]): boolean =>
      relations.every(({ terms }) => terms.reduce((sum, { cell, sign }) => sum + sign * (cells[cell] as number), 0) === 0);
    fc.assert(
      fc.property(values, (known) => {
        const solutions: number[][] = [];
        for (let code = 0; code < 13 ** 4; code++) {
          const cells = [0, 1, 2, 3].map((at) => Math.floor(code / 13 ** at) % 13);
          if (known.every((value, at) => value === null || value === cells[at]) && holds(cells)) solutions.push(cells);
        }
        for (const [cell, value] of determineBlanks(relations, known)) {
          expect(solutions.length).toBeGreaterThan(0);
          expect(solutions.every((cells) => cells[cell] === value)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});

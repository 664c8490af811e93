/** Sums of numbers as they are written, by hand: what a floating-point number would make of them is not what they are. */
import { describe, expect, it } from 'vitest';
import { inUnits, isShort, placesOf, sumOf, writtenWith } from '../../../server/src/core/text/amounts.ts';

it.each([
  [[], 0],
  [[1, 2, -3], 0],
  [[0.1, 0.2], 0.3],
  [[1.1, 1.1, -2.2], 0],
  [[0.1, 0.2, 0.7], 1],
  [[4.35, -1.1, -2.2, -1.05], 0],
  [[1.005, 1.005], 2.01],
  [[0.0000001, 0.0000002], 0.0000003],
  [[999999999999.99, 0.01], 1_000_000_000_000],
  [[333333333333.33, 666666666666.66], 999999999999.99],
  // Beyond 2^53 hundredths, and beyond 2^53 on the way.
  [[99999999999999, 0.01, -99999999999999], 0.01],
  [[...Array<number>(100).fill(99999999999999), ...Array<number>(100).fill(-99999999999999), 1], 1],
])('%j come to %d', (values, sum) => {
  expect(sumOf(values)).toBe(sum);
});

it('a sum is 0 only where it is', () => {
  expect(sumOf([99999999999999, 0.1, 0.2, -99999999999999, -0.3])).toBe(0);
  expect(sumOf([99999999999999, 0.1, 0.2, -99999999999999, -0.3, -0.00000001])).toBe(-0.00000001);
  expect(sumOf([1, Number.NaN])).toBeNaN();
});

it.each([
  [12, 0],
  [12.5, 1],
  [0.05, 2],
  [0.0000001, 7],
  [0.00000015, 8],
  [-1.25, 2],
])('%d has %d places', (value, places) => {
  expect(placesOf(value)).toBe(places);
});

it.each([
  [0, 12, '12'],
  [2, 13, '13.00'],
  [2, 12.5, '12.50'],
  [1, 4.35, '4.35'],
  [0, 0.0000001, '0.0000001'],
])('with %d places %d is %s', (places, value, written) => {
  expect(writtenWith(places, value)).toBe(written);
});

it('a number of more digits than a cell has is not written', () => {
  expect([99999999999999, 0.1234567890123, 999999999999.99].map(isShort)).toEqual([true, true, true]);
  expect([100_000_000_000_000, 9999999999999.25].map(isShort)).toEqual([false, false]);
});

describe('whole units of the last place', () => {
  it('are counts themselves', () => {
    const values = [3, null, 4];
    expect(inUnits(values).units).toBe(values);
    expect(inUnits(values).fromUnits(3)).toBe(3);
  });

  it('are there and back the same', () => {
    const { units, fromUnits } = inUnits([2.2, null, 1.15, 3]);
    expect(units).toEqual([220, null, 115, 300]);
    expect(units.map((one) => one && fromUnits(one))).toEqual([2.2, null, 1.15, 3]);
  });
});

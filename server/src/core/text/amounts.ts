/**
 * Numbers as they are written, added up exactly: in whole units of the last place, so that 0.1 + 0.2 is 0.3. A cell holds
 * no more than `MOST_DIGITS` digits, and of so few each is told by the double. Counts, the common case, are plain sums.
 */
import { MOST_DIGITS } from './numerals.ts';

/** The digits after the point. */
export function placesOf(value: number): number {
  if (Number.isInteger(value)) return 0;
  const [digits = '', exponent = '0'] = String(value).split('e');
  return Math.max(0, digits.length - (digits.indexOf('.') + 1 || digits.length) - Number(exponent));
}

/** The number of units, each of so many places after the point. */
function unitsOf(value: number, places: number): bigint {
  const own = placesOf(value);
  return BigInt(value.toFixed(own).replace('.', '')) * 10n ** BigInt(places - own);
}

const inPlaces = (units: bigint | number, places: number): number => (places === 0 ? Number(units) : Number(`${units}e-${places}`)) + 0;

// From here on a double is written with an exponent; no cell holds a number a millionth as large.
const TOO_LARGE = 1e21;

/** The sum, exact wherever a cell could hold it, and never 0 unless it is 0. */
export function sumOf(values: readonly number[]): number {
  let sum = 0;
  let plain = true;
  for (const value of values) {
    sum += value;
    plain = plain && Number.isSafeInteger(value) && Number.isSafeInteger(sum);
  }
  if (plain || !values.every((value) => Math.abs(value) < TOO_LARGE)) return sum;
  const places = Math.max(...values.map(placesOf));
  return inPlaces(
    values.reduce((all, value) => all + unitsOf(value, places), 0n),
    places,
  );
}

/** Numbers as whole units of the last place that any of them has. */
export interface InUnits {
  readonly units: readonly (number | null)[];
  /** What a number of units is as a number. */
  readonly fromUnits: (units: number) => number;
}

const itself = (value: number): number => value;

export function inUnits(values: readonly (number | null)[]): InUnits {
  const places = values.reduce<number>((most, value) => (value === null ? most : Math.max(most, placesOf(value))), 0);
  if (places === 0) return { units: values, fromUnits: itself };
  return {
    units: values.map((value) => (value === null ? null : Number(unitsOf(value, places)))),
    fromUnits: (units) => inPlaces(units, places),
  };
}

/** Whether a cell would be read as the number: with more digits it would be none. */
export const isShort = (value: number): boolean => value.toFixed(placesOf(value)).replace(/\D/g, '').length <= MOST_DIGITS;

/** With at least so many digits after the point: `12.50`. */
export function writtenWith(places: number, value: number): string {
  const own = placesOf(value);
  const digits = value.toFixed(own);
  return places > own ? `${digits}${own === 0 ? '.' : ''}${'0'.repeat(places - own)}` : digits;
}

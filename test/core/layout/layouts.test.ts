/** The table of layouts fits together: what one of its rows names, another has. */
import { describe, expect, it } from 'vitest';
import { LAYOUTS } from '../../../server/src/core/layout/layouts.ts';

const ROWS = Object.entries(LAYOUTS);

describe('a layout', () => {
  it.each(ROWS)('%s: what stands in for it has a name, and nothing does where blanks keep their places', (_, { emptyCell, instead }) => {
    for (const other of instead) expect(LAYOUTS[other].name).not.toBeNull();
    if (emptyCell === 'kept') expect(instead).toEqual([]);
  });

  it.each(ROWS)('%s: what it is written as is written as itself', (_, { written, writtenWithDashes, further }) => {
    for (const other of [written, writtenWithDashes, further]) expect(LAYOUTS[other].written).toBe(other);
  });

  it.each(ROWS)('%s: a further table can be begun in the middle of a text', (_, { further }) => {
    expect(LAYOUTS[further]).toMatchObject({ loose: false, markup: false });
  });

  it.each(ROWS.filter(([, { drawn }]) => drawn))('%s: an empty line is no line of separators', (_, { drawn }) => {
    expect(drawn?.mark.test('')).toBe(false);
  });
});

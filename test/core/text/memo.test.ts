/** What is worked out once for an object. */
import { expect, it } from 'vitest';
import { memo } from '../../../server/src/core/text/memo.ts';

it('asks once for each last argument, whatever stands before it', () => {
  const asked: string[] = [];
  const sizeOf = memo((name: string, list: readonly number[]) => {
    asked.push(name);
    return { size: list.length };
  });
  const one = [1];
  const two = [1, 2];
  expect(sizeOf('first', one)).toBe(sizeOf('again', one));
  expect(sizeOf('second', two)).toEqual({ size: 2 });
  expect(asked).toEqual(['first', 'second']);
});

/** Many things at once, and their results in order. */
import { describe, expect, it } from 'vitest';
import { inOrder } from '../../../server/src/cli/input/in-order.ts';

describe('inOrder', () => {
  it('gives a result although nothing more comes, and never runs ahead of its bound', async () => {
    let more: (done: IteratorResult<number>) => void = () => {};
    let sent = 0;
    const source: AsyncIterable<number> = {
      [Symbol.asyncIterator]: () => ({
        next: () => (sent < 2 ? Promise.resolve({ done: false, value: sent++ }) : new Promise((resolve) => (more = resolve))),
      }),
    };
    const results = inOrder(source, 8, async (thing) => thing * 10);
    expect([await results.next(), await results.next()].map(({ value }) => value)).toEqual([0, 10]);
    const last = results.next();
    more({ done: true, value: undefined });
    expect((await last).done).toBe(true);
  });

  it('throws a failure in its turn, and closes what it reads from', async () => {
    let closed = false;
    async function* things() {
      try {
        for (let at = 0; at < 10; at++) yield at;
      } finally {
        closed = true;
      }
    }
    const seen: number[] = [];
    const all = async (): Promise<void> => {
      const work = async (thing: number): Promise<number> => (thing === 3 ? Promise.reject(new Error('three')) : thing);
      for await (const one of inOrder(things(), 4, work)) seen.push(one);
    };
    await expect(all()).rejects.toThrow('three');
    expect([seen, closed]).toEqual([[0, 1, 2], true]);
  });
});

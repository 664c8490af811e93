/** Does work on many things at once, a bounded number at a time, and gives the results in the order of the things. */

export async function* inOrder<T, R>(things: AsyncIterable<T>, most: number, work: (thing: T) => Promise<R>): AsyncGenerator<R> {
  const iterator = things[Symbol.asyncIterator]();
  const running: Promise<R>[] = [];
  try {
    let coming: Promise<IteratorResult<T>> | null = iterator.next();
    while (coming || running.length > 0) {
      const [first] = running;
      // A result that is ready is given although the next thing is long in coming.
      const isReady: boolean =
        !coming ||
        running.length >= most ||
        (first !== undefined && (await Promise.race([settled(first, 'result'), settled(coming, 'thing')])) === 'result');
      if (isReady && first) {
        running.shift();
        yield await first;
        continue;
      }
      const next: IteratorResult<T> = await (coming as Promise<IteratorResult<T>>);
      coming = next.done ? null : iterator.next();
      // Failures are thrown in their turn; until then they must not count as unhandled.
      coming?.catch(() => {});
      if (next.done) continue;
      const result = work(next.value);
      result.catch(() => {});
      running.push(result);
    }
  } finally {
    // Not awaited: it would wait for a thing that may never come.
    iterator.return?.().catch(() => {});
  }
}

/** Tells what has come, or failed to come. */
const settled = <T extends string>(promise: Promise<unknown>, what: T): Promise<T> =>
  promise.then(
    () => what,
    () => what,
  );

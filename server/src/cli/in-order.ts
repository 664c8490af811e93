/** Does work on many things at once, a bounded number at a time, and gives the results in the order of the things. */

export async function* inOrder<T, R>(things: AsyncIterable<T>, most: number, work: (thing: T) => Promise<R>): AsyncGenerator<R> {
  const running: Promise<R>[] = [];
  for await (const thing of things) {
    const result = work(thing);
    // A result that fails while an earlier one is awaited must not count as unhandled; it is thrown in its turn.
    result.catch(() => {});
    running.push(result);
    if (running.length >= most) yield await (running.shift() as Promise<R>);
  }
  for (const result of running) yield await result;
}

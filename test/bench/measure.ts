/** Timing for the benchmarks: rounds of two things in turn, so that a drifting machine hits both alike. */

/** Milliseconds of one call, as the median of `rounds` rounds of `calls` calls each. */
interface Timing {
  readonly name: string;
  readonly milliseconds: number;
}

export function inTurn(tasks: Readonly<Record<string, () => unknown>>, rounds = 40, calls = 25): Timing[] {
  const names = Object.keys(tasks);
  const samples = new Map<string, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds + 5; round++) {
    for (const name of names) {
      const start = performance.now();
      for (let call = 0; call < calls; call++) tasks[name]?.();
      const each = (performance.now() - start) / calls;
      // The first rounds warm the just-in-time compiler up.
      if (round >= 5) samples.get(name)?.push(each);
    }
  }
  return names.map((name) => ({ name, milliseconds: median(samples.get(name) ?? []) }));
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

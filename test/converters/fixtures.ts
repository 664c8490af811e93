/** Every fixture: a document after a converter. */
import { type Conversion, conversions, fixturePath } from './conversions.ts';
import { type Reading, readingOf } from './reading.ts';
import { type Sample, samples } from './samples.ts';

export interface Fixture {
  readonly sample: Sample;
  readonly conversion: Conversion;
  readonly path: string;
}

export const fixtures: readonly Fixture[] = samples.flatMap((sample) =>
  conversions.map((conversion) => ({ sample, conversion, path: fixturePath(sample, conversion) })),
);

/** `read` gives the bytes at a path from the root of the repository. */
export const readFixture = ({ sample, path }: Fixture, read: (path: string) => Uint8Array): Reading =>
  readingOf(read(path), sample.edition, sample.values);

/** How much of a text stands in another one, told from hashes of its shingles, so that the other need not be kept. */
import { isIdentifying, residueEnd } from '../text/normalise.ts';
import type { Span } from '../text/span.ts';

/** Characters that identify in a row; white space, punctuation and markup between them do not count. */
const WIDTH = 12;
// Of a long text every fourth shingle is kept, chosen by its hash, and no text is looked at further than to `LONGEST`.
const WHOLE = 1024;
const SPARSE = 4;
const LONGEST = 8192;
const BASE = 0x01000193;
const HIGHEST = Array.from({ length: WIDTH - 1 }).reduce<number>((power) => Math.imul(power, BASE), 1);

interface Letters {
  readonly codes: readonly number[];
  /** Where each stands in the text. */
  readonly offsets: readonly number[];
}

function lettersOf(text: string, { start, end }: Span): Letters {
  const codes: number[] = [];
  const offsets: number[] = [];
  for (let at = start; at < end && codes.length < LONGEST; ) {
    const past = residueEnd(text, at, end);
    if (past > at) {
      at = past;
      continue;
    }
    const code = text.charCodeAt(at);
    if (isIdentifying(code)) {
      codes.push(code);
      offsets.push(at);
    }
    at++;
  }
  return { codes, offsets };
}

/** The hashes of all shingles with the number of the letter at which each begins. */
function* shingles({ codes }: Letters): Generator<readonly [hash: number, from: number]> {
  let rolling = 0;
  for (const [index, code] of codes.entries()) {
    if (index >= WIDTH) rolling -= Math.imul(codes[index - WIDTH] as number, HIGHEST);
    rolling = (Math.imul(rolling, BASE) + code) | 0;
    if (index < WIDTH - 1) continue;
    // The low bits of a rolling sum depend on few characters, so they are mixed.
    yield [Math.imul(rolling ^ (rolling >>> 15), 0x85ebca6b) >>> 0, index - WIDTH + 1];
  }
}

export interface Shingled {
  /** How many characters identify the text. */
  readonly length: number;
  /** One of how many shingles is kept. */
  readonly sparse: number;
  /** In ascending order. */
  readonly hashes: Uint32Array;
}

export function shingle(text: string, span: Span): Shingled {
  const letters = lettersOf(text, span);
  const { length } = letters.codes;
  const sparse = length > WHOLE ? SPARSE : 1;
  const kept = new Set<number>();
  for (const [hash] of shingles(letters)) if ((hash >>> 16) % sparse === 0) kept.add(hash);
  return { length, sparse, hashes: Uint32Array.from(kept).sort() };
}

export interface Copied {
  /** The part of the text that stands in the other one, from 0 to 1. */
  readonly share: number;
  readonly length: number;
  /** The copied passages, in the order of the text. */
  readonly passages: readonly Span[];
}

export function copiedFrom(text: string, span: Span, other: Shingled): Copied {
  const letters = lettersOf(text, span);
  const { offsets } = letters;
  const known = new Set(other.hashes);
  // Where not every shingle is kept, what lies between two copied ones that are near was copied with them.
  const near = other.sparse > 1 ? WIDTH : 0;
  const runs: { from: number; to: number }[] = [];
  let covered = 0;
  for (const [hash, from] of shingles(letters)) {
    if (!known.has(hash)) continue;
    const to = from + WIDTH;
    const last = runs.at(-1);
    if (last && from - last.to <= near) {
      covered += to - last.to;
      last.to = to;
    } else {
      covered += WIDTH;
      runs.push({ from, to });
    }
  }
  const length = offsets.length;
  const passages = runs.map(({ from, to }) => ({ start: offsets[from] as number, end: (offsets[to - 1] as number) + 1 }));
  return { share: length === 0 ? 0 : covered / length, length, passages };
}

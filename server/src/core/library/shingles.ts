/** How much of a text stands in another one, told from hashes of its shingles, so that the other need not be kept. */
import { memo } from '../text/memo.ts';
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

// A tag with its attributes is longer than what `residueEnd` takes for residue.
const LONGEST_TAG = 4000;
const OPENS_TAG = /[a-zA-Z/!]/;

function lettersOf(text: string, { start, end }: Span): Letters {
  const codes: number[] = [];
  const offsets: number[] = [];
  // The first `>` from here on: it is looked for once, however many `<` stand before it.
  let close = start - 1;
  const tagEnd = (at: number): number => {
    if (text.charCodeAt(at) !== 0x3c || !OPENS_TAG.test(text[at + 1] ?? '')) return at;
    if (close < at) close = text.indexOf('>', at);
    if (close < 0) close = text.length;
    return close < end && close - at <= LONGEST_TAG ? close + 1 : at;
  };
  for (let at = start; at < end && codes.length < LONGEST; ) {
    const code = text.charCodeAt(at);
    if (isIdentifying(code)) {
      codes.push(code);
      offsets.push(at);
      at++;
    } else at = Math.max(tagEnd(at), residueEnd(text, at, end), at + 1);
  }
  return { codes, offsets };
}

/** The hash of the shingle that begins at each letter. */
function shinglesOf({ codes }: Letters): Uint32Array {
  const hashes = new Uint32Array(Math.max(0, codes.length - WIDTH + 1));
  let rolling = 0;
  for (let index = 0; index < codes.length; index++) {
    if (index >= WIDTH) rolling -= Math.imul(codes[index - WIDTH] as number, HIGHEST);
    rolling = (Math.imul(rolling, BASE) + (codes[index] as number)) | 0;
    // The low bits of a rolling sum depend on few characters, so they are mixed.
    if (index >= WIDTH - 1) hashes[index - WIDTH + 1] = Math.imul(rolling ^ (rolling >>> 15), 0x85ebca6b);
  }
  return hashes;
}

export interface Shingled {
  /** How many characters identify the text. */
  readonly length: number;
  /** One of how many shingles is kept. */
  readonly sparse: number;
  readonly hashes: Uint32Array;
}

export function shingle(text: string, span: Span): Shingled {
  const letters = lettersOf(text, span);
  const { length } = letters.codes;
  const sparse = length > WHOLE ? SPARSE : 1;
  const all = shinglesOf(letters);
  return { length, sparse, hashes: sparse === 1 ? all : all.filter((hash) => (hash >>> 16) % sparse === 0) };
}

/** Made once for a text that others are compared with at every keystroke. */
const setOf = memo((text: Shingled): ReadonlySet<number> => new Set(text.hashes));

interface Copied {
  /** The part of the text that stands in the other one, from 0 to 1. */
  readonly share: number;
  readonly length: number;
  /** The copied passages, in the order of the text. */
  readonly passages: readonly Span[];
}

export function copiedFrom(text: string, span: Span, other: Shingled): Copied {
  const letters = lettersOf(text, span);
  const { offsets } = letters;
  const known = setOf(other);
  // Where not every shingle is kept, what lies between two copied ones that are near was copied with them.
  const near = other.sparse > 1 ? WIDTH : 0;
  const runs: { from: number; to: number }[] = [];
  let covered = 0;
  for (const [from, hash] of shinglesOf(letters).entries()) {
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

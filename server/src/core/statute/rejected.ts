/** Editions of a project that were refused: their words are known all the same, so that no text of theirs is held against another form. */
import { keyOf, withoutNumber } from '../text/normalise.ts';
import type { Edition } from './schema.ts';

export interface RejectedEdition {
  /** The keys of its labels and headings, as far as they can be told. */
  readonly words: ReadonlySet<string>;
  /** Whether these are all: a file that is not there, or is no JSON, may have had others. */
  readonly whole: boolean;
}

/** An edition of a project, sound or not. */
export type FurtherEdition = Edition | RejectedEdition;

export const isRejected = (edition: unknown): edition is RejectedEdition =>
  typeof edition === 'object' && edition !== null && 'words' in edition && edition.words instanceof Set;

/** Properties whose strings stand in a text of the edition. */
const WORDS: ReadonlySet<string> = new Set(['label', 'variants', 'title', 'slips']);
const DEEPEST = 20;

function* wordsIn(value: unknown, property: string, depth: number): Generator<string> {
  if (typeof value === 'string') {
    if (WORDS.has(property)) yield value;
  } else if (depth > DEEPEST || typeof value !== 'object' || value === null) return;
  else if (Array.isArray(value)) for (const one of value) yield* wordsIn(one, property, depth + 1);
  else for (const [name, one] of Object.entries(value)) yield* wordsIn(one, name, depth + 1);
}

/** `data` may be anything. */
export const rejectedOf = (data: unknown, extent: 'whole' | 'rest'): RejectedEdition => ({
  words: new Set([...wordsIn(data, '', 0)].map(keyOf).flatMap((key) => (key === '' ? [] : [key, withoutNumber(key)]))),
  whole: extent === 'whole',
});

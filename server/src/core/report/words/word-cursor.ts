/** A statutory word as far as it has been read: the one way in which words broken over cells, lines and columns are put together. */
import type { LabelEntry, Lexicon } from '../../statute/lexicon.ts';

export interface WordCursor {
  readonly key: string;
  /** What it is or may become (`ROW`, `HEADER` …); 0 where no word begins so. */
  readonly bits: number;
  /** What it means as it is; `null` for what is no whole word. */
  readonly meanings: readonly LabelEntry[] | null;
}

export const NO_WORD: WordCursor = { key: '', bits: 0, meanings: null };

/** The word that begins with `key`; `NO_WORD` where none does. */
export const begin = (key: string, lexicon: Lexicon): WordCursor => goOn(NO_WORD, key, lexicon) ?? NO_WORD;

/** The word with `more` after it; `null` where no word goes on so. */
export function goOn({ key: before }: WordCursor, more: string, { beginnings, labels }: Lexicon): WordCursor | null {
  const key = before + more;
  const bits = beginnings.get(key);
  return key === '' || bits === undefined ? null : { key, bits, meanings: labels.get(key) ?? null };
}

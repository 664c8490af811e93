/** A statutory word as far as it has been read: the one way in which words broken over cells, lines and columns are put together. */
import type { Lexicon, WordBeginning } from '../../statute/lexicon.ts';

export const NO_WORD: WordBeginning = { key: '', bits: 0, meanings: null };

/** The word that begins with `key`; `NO_WORD` where none does. */
export const begin = (key: string, { beginnings }: Lexicon): WordBeginning => beginnings.get(key) ?? NO_WORD;

/** The word with `more` after it; `null` where no word goes on so. */
export const goOn = ({ key }: WordBeginning, more: string, { beginnings }: Lexicon): WordBeginning | null =>
  beginnings.get(key + more) ?? null;

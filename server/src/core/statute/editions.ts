/** The editions that the product knows, and the lexicon over them. A new notice is a new file and a line here. */
import edition2019 from './editions/2019.json' with { type: 'json' };
import edition2021 from './editions/2021.json' with { type: 'json' };
import editionBefore2019 from './editions/pre-2019.json' with { type: 'json' };
import { compileEdition, type Form } from './form.ts';
import { buildLexicon, type Lexicon } from './lexicon.ts';
import { parseEdition } from './schema.ts';

export const builtInEditions: readonly unknown[] = [editionBefore2019, edition2019, edition2021];

/** Checks and compiles editions; throws where one is faulty. Oldest first. */
export function loadForms(editions: readonly unknown[]): Form[] {
  return editions
    .map((data) => compileEdition(parseEdition(data)))
    .sort((a, b) => (a.edition.years.from ?? 0) - (b.edition.years.from ?? 0));
}

/** The lexicon over the built-in editions and further ones; callers keep it, since building it takes a millisecond. */
export const createLexicon = (further: readonly unknown[] = []): Lexicon => buildLexicon(loadForms([...builtInEditions, ...further]));

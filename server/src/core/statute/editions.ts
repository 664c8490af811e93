/** The editions that the product knows, and the lexicon over them. A new notice is a new file and a line here. */
import { memo } from '../text/memo.ts';
import { keyOf } from '../text/normalise.ts';
import edition2019 from './editions/2019.json' with { type: 'json' };
import edition2021 from './editions/2021.json' with { type: 'json' };
import editionBefore2019 from './editions/pre-2019.json' with { type: 'json' };
import { compileEdition, type Form, inForce } from './form.ts';
import { keysOf } from './keys.ts';
import { buildLexicon, headingsOf, type Lexicon } from './lexicon.ts';
import { type Edition, parseEdition } from './schema.ts';

export const builtInEditions: readonly unknown[] = [editionBefore2019, edition2019, edition2021];

/** Checks and compiles editions; throws where one is faulty. Oldest first. */
export function loadForms(editions: readonly unknown[]): Form[] {
  return withSharedSections(editions.map(parseEdition))
    .map(compileEdition)
    .sort((a, b) => (a.edition.years.from ?? 0) - (b.edition.years.from ?? 0));
}

/** A report is cut into sections once, for all editions: under one heading stands one section, by the id that it has first. */
function withSharedSections(editions: readonly Edition[]): Edition[] {
  const known = new Map<string, string>();
  return editions.map((edition) => {
    const ids = new Map(edition.sections.map(({ id, title }) => [id, known.get(keyOf(title)) ?? id]));
    const idOf = (id: string): string => ids.get(id) ?? id;
    const sections = edition.sections.map((section) => ({ ...section, id: idOf(section.id) }));
    for (const section of sections)
      for (const words of headingsOf(section)) if (!known.has(keyOf(words))) known.set(keyOf(words), section.id);
    return { ...edition, sections, tables: edition.tables.map((table) => ({ ...table, section: idOf(table.section) })) };
  });
}

/** The lexicon over the built-in editions and further ones; building it takes a millisecond, so callers keep it, or ask `lexiconOf`. */
export const createLexicon = (further: readonly unknown[] = []): Lexicon => buildLexicon(loadForms([...builtInEditions, ...further]));

const BUILT_IN: readonly Edition[] = [];
const lexiconWith = memo((further: readonly Edition[]): Lexicon => createLexicon(further));

/** The lexicon over the built-in editions and those of a project, built once for each list of these. It is immutable, so sharing it is safe. */
export const lexiconOf = ({ editions }: { readonly editions: readonly Edition[] } = { editions: BUILT_IN }): Lexicon =>
  lexiconWith(editions.length === 0 ? BUILT_IN : editions);

/** The form that is in force for a year; `undefined` where none with tables is known. */
export const formFor = (year: number, { forms }: Lexicon = lexiconOf()): Form | undefined =>
  forms.findLast((form) => form.tables.length > 0 && inForce(form, year));

/** The keys `table.row.column` of every cell of every edition, in the order of the forms. */
export const cellKeys = ({ forms }: Lexicon = lexiconOf()): readonly string[] => keysOf(forms);

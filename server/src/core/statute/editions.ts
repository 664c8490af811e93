/** The editions that the product knows, and the lexicon over them. A new notice is a new file and a line here. */
import { memo } from '../text/memo.ts';
import { keyOf } from '../text/normalise.ts';
import edition2019 from './editions/2019.json' with { type: 'json' };
import edition2021 from './editions/2021.json' with { type: 'json' };
import editionBefore2019 from './editions/pre-2019.json' with { type: 'json' };
import { compileEdition, type Form, firstYear, latestInForce } from './form.ts';
import { keysOf } from './keys.ts';
import { kindsOf } from './kinds.ts';
import { buildLexicon, headingsOf, type Lexicon } from './lexicon.ts';
import { type FurtherEdition, isRejected } from './rejected.ts';
import { type Edition, parseEdition } from './schema.ts';

export const builtInEditions: readonly unknown[] = [editionBefore2019, edition2019, edition2021];

/** Checks and compiles editions; throws where one is faulty. Oldest first; of two from the same year, the one that is named later. */
export function loadForms(editions: readonly unknown[]): Form[] {
  const read = editions.map(parseEdition);
  const kinds = kindsOf(read);
  return withSharedSections(read, kinds)
    .map((edition, index) => compileEdition(edition, kinds[index]))
    .sort((a, b) => Math.sign(firstYear(a) - firstYear(b)) || 0);
}

/**
 * A report is cut into sections once, for all editions: under one heading stands one section, by the id that it has first.
 * An id that another kind of form has for another heading is no name for this one.
 */
function withSharedSections(editions: readonly Edition[], kinds: readonly string[]): Edition[] {
  const known = new Map<string, string>();
  const owners = new Map<string, string>();
  return editions.map((edition, index) => {
    const kind = kinds[index] ?? edition.id;
    const own = (id: string): string => ((owners.get(id) ?? kind) === kind ? id : `${edition.id}.${id}`);
    const ids = new Map(edition.sections.map(({ id, title }) => [id, known.get(keyOf(title)) ?? own(id)]));
    const idOf = (id: string): string => ids.get(id) ?? id;
    const sections = edition.sections.map((section) => ({ ...section, id: idOf(section.id) }));
    for (const section of sections) {
      if (!owners.has(section.id)) owners.set(section.id, kind);
      for (const words of headingsOf(section)) if (!known.has(keyOf(words))) known.set(keyOf(words), section.id);
    }
    return { ...edition, sections, tables: edition.tables.map((table) => ({ ...table, section: idOf(table.section) })) };
  });
}

/** The lexicon over the built-in editions and further ones; building it takes a millisecond, so callers keep it, or ask `lexiconOf`. */
export const createLexicon = (further: readonly unknown[] = []): Lexicon =>
  buildLexicon(loadForms([...builtInEditions, ...further.filter((edition) => !isRejected(edition))]), further.filter(isRejected));

const BUILT_IN: readonly FurtherEdition[] = [];
const lexiconWith = memo((further: readonly FurtherEdition[]): Lexicon => createLexicon(further));

/** The lexicon over the built-in editions and those of a project, built once for each list of these. It is immutable, so sharing it is safe. */
export const lexiconOf = ({ editions }: { readonly editions: readonly FurtherEdition[] } = { editions: BUILT_IN }): Lexicon =>
  lexiconWith(editions.length === 0 ? BUILT_IN : editions);

/** The form of disclosure reports that is in force for a year; `undefined` where none with tables is known. */
export function formFor(year: number, { forms }: Lexicon = lexiconOf()): Form | undefined {
  const own = forms.filter((form) => form.tables.length > 0 && form.kind === forms[0]?.kind);
  return latestInForce(own, year) ?? undefined;
}

/** The keys `table.row.column` of every cell of every edition, in the order of the forms. */
export const cellKeys = ({ forms }: Lexicon = lexiconOf()): readonly string[] => keysOf(forms);

/** The form of 2021 as an edition of a user's own: the same words under other ids, with the roles told or not. */
import edition2021 from '../../server/src/core/statute/editions/2021.json' with { type: 'json' };
import { loadForms } from '../../server/src/core/statute/editions.ts';
import { buildLexicon, type Lexicon } from '../../server/src/core/statute/lexicon.ts';
import { type Edition, parseEdition, type TableData } from '../../server/src/core/statute/schema.ts';

const built = parseEdition(edition2021);
/** A key of the user's own, which no code can know. */
const own = (kind: string, key: string): string => `${kind}-${[...key].reverse().join('')}`;

type Told = 'roles' | 'no roles';

function renamed(table: TableData, told: Told): TableData {
  const { role, usually, succession, ...rest } = table;
  const named = (key: string) => (told === 'roles' ? { role: key } : {});
  return {
    ...rest,
    ...(told === 'roles' ? { role } : {}),
    id: own('t', table.id),
    section: own('s', table.section),
    relations: [],
    blocks: table.blocks.map((block) => ({
      ...block,
      columns: block.columns.map((column) => ({ ...column, ...named(column.key), key: own('c', column.key) })),
      rows: block.rows.map(({ formerly, groups = [], ...row }) => ({
        ...row,
        ...named(row.key),
        key: own('r', row.key),
        groups: groups.map((group) => own('g', group)),
      })),
      groups: Object.fromEntries(
        Object.entries(block.groups ?? {}).map(([key, group]) => [own('g', key), { ...group, ...named(key) }] as const),
      ),
    })),
  };
}

export const ownEdition = (told: Told): Edition => ({
  ...built,
  id: 'own',
  sections: built.sections.map((section) => ({ ...section, id: own('s', section.id) })),
  tables: built.tables.map((table) => renamed(table, told)),
});

/** The words of that edition alone, so that no table is read as a built-in one. */
const lexiconOf = (told: Told): Lexicon => buildLexicon(loadForms([ownEdition(told)]));
export const ownLexicons: Readonly<Record<Told, Lexicon>> = { roles: lexiconOf('roles'), 'no roles': lexiconOf('no roles') };

/** `applications.received.total` as that edition has it. */
export function ownKey(key: string): string {
  const [table = '', ...row] = key.split('.');
  const column = row.pop() ?? '';
  return [own('t', table), own('r', row.join('.')), own('c', column)].join('.');
}

export const ownTable = (id: string): string => own('t', id);
